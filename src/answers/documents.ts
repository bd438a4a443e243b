import { LRUCache } from 'lru-cache';
import type { Context } from '../graphql/context.js';
import { earlierOf, viewOfReader } from '../content/view-of-reader.js';

/** What is kept of feeds and pages: of so many bytes at most, and what was asked for least recently leaves first. */
export interface Documents<Document> {
  /** The document of an address behind the fence of whoever asks; null where it has to be made. */
  find: (address: string, context: Context) => Document | null;
  /** Keeps one that was made with this context. */
  keep: (address: string, context: Context, document: Document) => void;
}

interface Kept<Document> {
  document: Document;
  revision: number;
  from: Date;
  until: Date;
}

/**
 * Milliseconds for which a document is kept at most: as long as by whoever is sent it where some of what it says is of the time, such as
 * tombstones of the last month; ten minutes where only what takes a revision makes it another.
 */
const KEEP_MS = { ofTheTime: 60_000, timeless: 600_000 };

/** Bytes that an entry takes beside its text, and characters of an address that is kept. */
const AROUND = 1_000;
const LONGEST = 2_000;

/**
 * Feeds and pages are kept like answers (docs/decisions/0017-answers.md): by what the asker may see, and only behind the fence. Each partner has
 * its own, as it may have saved feeds that nobody else sees; and nothing is kept for a token, which is in the address.
 */
export function openDocuments<Document extends { bytes: Buffer; isTimeless?: boolean }>(
  mostBytes: number,
): Documents<Document> {
  const kept = new LRUCache<string, Kept<Document>>({
    maxSize: mostBytes,
    maxEntrySize: Math.ceil(mostBytes / 8),
    sizeCalculation: ({ document }, key) => document.bytes.length + key.length + AROUND,
  });
  return {
    find(address, context) {
      const key = keyOf(address, context);
      const found = key === null ? undefined : kept.get(key);
      if (!found || found.revision !== context.fence?.revision) return null;
      return context.now >= found.from && context.now < found.until ? found.document : null;
    },
    keep(address, context, document) {
      const { fence, now, reader } = context;
      const key = keyOf(address, context);
      // Another process, whose clock is ahead of ours, has told already of what is still to come here.
      if (key === null || !fence || fence.latest > now) return;
      const moment = earlierOf(fence.until, viewOfReader(reader, now)?.until ?? null);
      const longest = document.isTimeless ? KEEP_MS.timeless : KEEP_MS.ofTheTime;
      const until = earlierOf(moment, new Date(now.getTime() + longest))!;
      kept.set(key, { document, revision: fence.revision, from: now, until });
    },
  };
}

function keyOf(address: string, { reader, now, fence }: Context): string | null {
  if (!fence || reader.token || address.length > LONGEST) return null;
  const view = viewOfReader(reader, now);
  return view && `${reader.partner?.id ?? ''}\n${view.name}\n${address}`;
}
