import { createReadStream } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { readConfig } from '../config.js';
import { fetchPages } from '../ingest/fetch/fetch-pages.js';
import type { IncomingArticle, UnreadableItem } from '../ingest/incoming.js';
import { FEED_LIMITS } from '../ingest/formats/feed-limits.js';
import { HeldBytes } from '../ingest/formats/held-bytes.js';
import { holdsLines } from '../ingest/formats/holds-lines.js';
import { LONGEST_LINE, ninjsItems } from '../ingest/formats/ninjs-lines.js';
import { splitLines } from '../ingest/formats/split-lines.js';
import { readFeed } from '../ingest/read-feed.js';
import { Refusal } from '../refusal.js';
import type { IngestOptions } from './ingest.js';
import { readStart } from './read-start.js';

/** One file, address or standard input, opened; or why it could not be. */
export type Input =
  | { name: string; problem: string }
  | {
      name: string;
      items: AsyncIterable<IncomingArticle | UnreadableItem> | Iterable<IncomingArticle | UnreadableItem>;
      /** How many items there are, as far as can be told yet. */
      estimate: () => number | null;
    };

/** Standard input; a shell's /dev/stdin cannot always be opened once more. */
const STANDARD_INPUT = new Set(['-', '/dev/stdin']);

/** Opens the inputs one after the other; a folder stands for its files. */
export async function* openInputs(names: string[], { format }: IngestOptions): AsyncGenerator<Input> {
  for (const name of names) {
    try {
      if (/^https?:\/\//i.test(name)) yield* pages(name, format);
      else if (STANDARD_INPUT.has(name)) yield await openStream(name, process.stdin, null, format);
      else for (const file of await filesOf(name)) yield await openFile(file, format);
    } catch (error) {
      yield unopened(name, error);
    }
  }
}

/** Why an input could not be opened; what is a bug goes on. */
function unopened(name: string, error: unknown): Input {
  if (!(error instanceof Refusal) && (error as NodeJS.ErrnoException).code === undefined) throw error;
  return { name, problem: (error as Error).message };
}

async function filesOf(name: string): Promise<string[]> {
  if (!(await stat(name)).isDirectory()) return [name];
  const entries = await readdir(name, { recursive: true, withFileTypes: true });
  return entries
    .filter(entry => entry.isFile() && !entry.name.startsWith('.'))
    .map(entry => join(entry.parentPath, entry.name))
    .toSorted();
}

async function openFile(name: string, format: IngestOptions['format']): Promise<Input> {
  try {
    const { size } = await stat(name);
    return await openStream(name, createReadStream(name), size, format);
  } catch (error) {
    return unopened(name, error);
  }
}

/** Lines of JSON are streamed, whatever their size says; of everything else no more is read than may be. */
async function openStream(
  name: string,
  stream: Readable,
  size: number | null,
  format: IngestOptions['format'],
): Promise<Input> {
  const mayHoldLines = format === 'auto' || format === 'ninjs';
  const tells = (bytes: Buffer): boolean => !mayHoldLines || holdsLines(bytes) !== null;
  const { start, chunks } = await readStart(stream, tells, LONGEST_LINE);
  return mayHoldLines && holdsLines(start) ? lines(name, chunks, size) : whole(name, chunks, format);
}

async function whole(name: string, chunks: AsyncIterable<Buffer>, format: IngestOptions['format']): Promise<Input> {
  // One byte more than is read, for readFeed to refuse it.
  const held = new HeldBytes(FEED_LIMITS.bytes + 1);
  for await (const chunk of chunks) {
    held.add(chunk);
    if (held.length > FEED_LIMITS.bytes) break;
  }
  const { items } = readFeed(held.bytes(), { format });
  return { name, items, estimate: () => items.length };
}

function lines(name: string, chunks: AsyncIterable<Buffer>, size: number | null): Input {
  let bytes = 0;
  let count = 0;
  async function* counted(): AsyncGenerator<Buffer> {
    for await (const chunk of chunks) {
      bytes += chunk.length;
      yield chunk;
    }
  }
  async function* countedLines(): AsyncGenerator<string | null> {
    for await (const line of splitLines(counted(), LONGEST_LINE)) {
      count += 1;
      yield line;
    }
  }
  return {
    name,
    items: ninjsItems(countedLines()),
    estimate: () => (size && bytes > 0 ? Math.round((count * size) / bytes) : null),
  };
}

async function* pages(url: string, format: IngestOptions['format']): AsyncGenerator<Input> {
  const { ALLOW_PRIVATE_ADDRESSES: allowPrivateAddresses, PUBLIC_URL: contact } = readConfig();
  const options = { format, allowPrivateAddresses, ...(contact ? { contact } : {}) };
  for await (const { items } of fetchPages(url, options)) yield { name: url, items, estimate: () => items.length };
}
