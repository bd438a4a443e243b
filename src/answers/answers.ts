import { LRUCache } from 'lru-cache';
import type { Fence } from './fence.js';
import type { WrittenAnswer } from './written-answer.js';

/** An answer as it was written for one reader, for all who may see the same. */
export interface KeptAnswer extends WrittenAnswer {
  /** That of the fence which was read before it was made. */
  revision: number;
  /** The times between which it holds: when it was made, and the next moment at which time alone changes it (null: never). */
  from: Date;
  until: Date | null;
  body: Buffer;
  /** Weak, since what the reader has left of their quota is in the answer too (RFC 9110, section 8.8.1). */
  etag: string;
}

/** The answers that this process keeps: of so many bytes at most, and those that were asked for least recently leave first. */
export interface Answers {
  /** What may be answered at a moment behind a fence; waits for one that somebody is making for the same revision. */
  find: (key: string, fence: Fence, now: Date) => Promise<KeptAnswer | null> | KeptAnswer | null;
  /** Makes one while others wait for it, and keeps it unless it is null. Whoever makes it says as soon as they know whether it can be kept. */
  make: <Made extends { kept: KeptAnswer | null }>(
    key: string,
    fence: Fence,
    make: (judge: (keepable: boolean) => void) => Promise<Made>,
  ) => Promise<Made>;
  /** Bytes of what is kept. */
  bytes: () => number;
}

/** Bytes that an entry takes beside its body: key, map, dates. */
const AROUND = 500;

export function openAnswers(mostBytes: number): Answers {
  const kept = new LRUCache<string, KeptAnswer>({
    maxSize: mostBytes,
    maxEntrySize: Math.ceil(mostBytes / 8),
    sizeCalculation: ({ body }) => body.length + AROUND,
  });
  const underWay = new Map<string, UnderWay>();

  const valid = (key: string, { revision }: Fence, now: Date): KeptAnswer | null => {
    const answer = kept.get(key);
    if (answer?.revision !== revision || now < answer.from) return null;
    return answer.until === null || now < answer.until ? answer : null;
  };
  return {
    find(key, fence, now) {
      const found = valid(key, fence, now);
      if (found) return found;
      const other = underWay.get(key);
      // Begun at the revision that is still the last: nothing has changed since. What cannot be kept each makes for themselves.
      if (other?.revision !== fence.revision) return null;
      return other.keepable.then(async keepable => {
        if (keepable) await other.done;
        return keepable ? valid(key, fence, now) : null;
      });
    },
    async make(key, fence, make) {
      const { promise: keepable, resolve: judge } = withResolver<boolean>();
      const { promise: done, resolve: finish } = withResolver<void>();
      const entry = { revision: fence.revision, keepable, done };
      underWay.set(key, entry);
      try {
        const made = await make(judge);
        if (made.kept) kept.set(key, made.kept);
        return made;
      } finally {
        if (underWay.get(key) === entry) underWay.delete(key);
        judge(false);
        finish();
      }
    },
    bytes: () => kept.calculatedSize,
  };
}

/** An answer that somebody is making. */
interface UnderWay {
  revision: number;
  keepable: Promise<boolean>;
  done: Promise<void>;
}

/** Promise.withResolvers, which Node has from 22 on. */
function withResolver<Value>(): { promise: Promise<Value>; resolve: (value: Value) => void } {
  let resolve!: (value: Value) => void;
  const promise = new Promise<Value>(settle => (resolve = settle));
  return { promise, resolve };
}
