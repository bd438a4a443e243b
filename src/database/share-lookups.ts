/**
 * Looks up by keys, for all who wait together: whoever asks is given a look that began after they asked, as with shareReads.
 * While one is under way, who comes next waits, and the next look is for all of them at once.
 *
 * @param look What was found, by its key; what is not in it is not there.
 */
export function shareLookups<Key, Value>(
  look: (keys: Key[]) => Promise<ReadonlyMap<Key, Value>>,
): (key: Key) => Promise<Value | null> {
  let running: Promise<unknown> = Promise.resolve();
  let next: { keys: Set<Key>; found: Promise<ReadonlyMap<Key, Value>> } | null = null;

  function gather(): { keys: Set<Key>; found: Promise<ReadonlyMap<Key, Value>> } {
    const keys = new Set<Key>();
    const begin = (): Promise<ReadonlyMap<Key, Value>> => {
      next = null;
      return look([...keys]);
    };
    const found = running.then(begin, begin);
    running = found.catch(() => {});
    return { keys, found };
  }
  return async key => {
    next ??= gather();
    next.keys.add(key);
    return (await next.found).get(key) ?? null;
  };
}
