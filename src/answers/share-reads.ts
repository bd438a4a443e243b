/**
 * One read for all who wait: whoever asks is given a read that began after they asked, never one that is under way already,
 * which may have looked before the change that they come for. At any time at most one is under way and one is waited for.
 */
export function shareReads<Value>(read: () => Promise<Value>): () => Promise<Value> {
  let running: Promise<Value> | null = null;
  let next: Promise<Value> | null = null;

  function start(): Promise<Value> {
    next = null;
    const started = read().finally(() => {
      if (running === started) running = null;
    });
    running = started;
    return started;
  }
  return () => {
    if (!running) return start();
    next ??= running.then(start, start);
    return next;
  };
}
