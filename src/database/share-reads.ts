/**
 * One read for all who wait: whoever asks is given a read that began after they asked, never one that is under way already, which may
 * have looked before the change that they come for. At any time at most one is under way, and the next is for all who have come meanwhile.
 *
 * @param read Reads for all of them, told what they ask about; nothing, where that is null.
 */
export function shareReads<About, Value>(
  read: (about: About[]) => Promise<Value>,
): (about: About | null) => Promise<Value> {
  let running: Promise<unknown> = Promise.resolve();
  let next: { about: Set<About>; value: Promise<Value> } | null = null;

  function gather(): { about: Set<About>; value: Promise<Value> } {
    const about = new Set<About>();
    const begin = (): Promise<Value> => {
      next = null;
      return read([...about]);
    };
    const value = running.then(begin, begin);
    running = value.catch(() => {});
    return { about, value };
  }
  return async about => {
    next ??= gather();
    if (about !== null) next.about.add(about);
    return next.value;
  };
}
