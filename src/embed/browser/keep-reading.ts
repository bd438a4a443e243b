/// <reference lib="dom" />

/**
 * Milliseconds between two readings, so that a withdrawn article is gone within a minute; after the first failure, doubling; at
 * most; and for one reading.
 */
export const PAUSES = { usual: 45_000, away: 5_000, most: 300_000, patience: 15_000 };

/**
 * Reads at once, or after so many milliseconds, and then again and again while the page is looked at: sooner when it is looked at again or the network is back,
 * later and later while reading fails. Gives what ends it.
 */
export function keepReading(read: (signal: AbortSignal) => Promise<boolean>, after = 0): () => void {
  const ending = new AbortController();
  const { signal } = ending;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let failures = 0;
  let isReading = false;

  const next = async (): Promise<void> => {
    clearTimeout(timer);
    if (signal.aborted || document.hidden || isReading) return;
    isReading = true;
    const tooLate = new AbortController();
    const give = (): void => tooLate.abort();
    const patience = setTimeout(give, PAUSES.patience);
    signal.addEventListener('abort', give);
    const succeeded = await read(tooLate.signal).catch(() => false);
    clearTimeout(patience);
    signal.removeEventListener('abort', give);
    isReading = false;
    failures = succeeded ? 0 : failures + 1;
    const wait = succeeded ? PAUSES.usual : Math.min(PAUSES.most, PAUSES.away * 2 ** Math.min(failures - 1, 10));
    if (!signal.aborted) timer = setTimeout(again, wait);
  };
  const again = (): void => void next();
  document.addEventListener('visibilitychange', again, { signal });
  addEventListener('online', again, { signal });
  if (after > 0) timer = setTimeout(again, after);
  else again();

  return () => {
    clearTimeout(timer);
    ending.abort();
  };
}
