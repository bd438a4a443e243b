import { createReadStream } from 'node:fs';
import { open, readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { readConfig } from '../config.js';
import { fetchPages } from '../ingest/fetch/fetch-pages.js';
import type { IncomingArticle, UnreadableItem } from '../ingest/incoming.js';
import { ninjsItems } from '../ingest/formats/ninjs-lines.js';
import { readFeed } from '../ingest/read-feed.js';
import { Refusal } from '../refusal.js';
import type { IngestOptions } from './ingest.js';

/** One file, address or standard input, opened; or why it could not be. */
export type Input =
  | { name: string; problem: string }
  | {
      name: string;
      items: AsyncIterable<IncomingArticle | UnreadableItem> | Iterable<IncomingArticle | UnreadableItem>;
      /** How many items there are, as far as can be told yet. */
      estimate: () => number | null;
    };

/** Bytes looked at to tell lines of JSON, which are streamed, from everything else, which is read whole. */
const GLANCE = 65_536;

/** Opens the inputs one after the other; a folder stands for its files. */
export async function* openInputs(names: string[], { format }: IngestOptions): AsyncGenerator<Input> {
  for (const name of names) {
    try {
      if (/^https?:\/\//i.test(name)) yield* pages(name, format);
      else if (name === '-') yield whole(name, await buffer(process.stdin), format);
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
    const { start, size } = await glance(name);
    if (!holdsLines(start, format)) return whole(name, await readFile(name), format);
    return lines(name, createReadStream(name), size);
  } catch (error) {
    return unopened(name, error);
  }
}

async function glance(name: string): Promise<{ start: string; size: number }> {
  const file = await open(name);
  try {
    const { buffer: bytes, bytesRead } = await file.read(Buffer.alloc(GLANCE), 0, GLANCE, 0);
    return { start: bytes.toString('utf8', 0, bytesRead), size: (await file.stat()).size };
  } finally {
    await file.close();
  }
}

/** NDJSON: a whole JSON object on the first line, and another line that begins like one. */
function holdsLines(start: string, format: IngestOptions['format']): boolean {
  if (format !== 'auto' && format !== 'ninjs') return false;
  const [first = '', second = ''] = start
    .replace(/^\uFEFF/, '')
    .trimStart()
    .split(/\r?\n/, 2);
  if (!first.startsWith('{') || !second.trimStart().startsWith('{')) return false;
  try {
    JSON.parse(first);
    return true;
  } catch {
    return false;
  }
}

function whole(name: string, bytes: Uint8Array, format: IngestOptions['format']): Input {
  if (holdsLines(Buffer.from(bytes.subarray(0, GLANCE)).toString(), format)) {
    const text = Buffer.from(bytes).toString('utf8').split(/\r?\n/);
    return { name, items: ninjsItems(each(text)), estimate: () => text.length };
  }
  const { items } = readFeed(bytes, { format });
  return { name, items, estimate: () => items.length };
}

async function* each(texts: string[]): AsyncGenerator<string> {
  yield* texts;
}

function lines(name: string, stream: Readable, size: number): Input {
  let bytes = 0;
  let count = 0;
  async function* counted(): AsyncGenerator<string> {
    for await (const line of createInterface({ input: stream, crlfDelay: Infinity })) {
      bytes += Buffer.byteLength(line) + 1;
      count += 1;
      yield line;
    }
  }
  return {
    name,
    items: ninjsItems(counted()),
    estimate: () => (bytes > 0 ? Math.round((count * size) / bytes) : null),
  };
}

async function* pages(url: string, format: IngestOptions['format']): AsyncGenerator<Input> {
  const { ALLOW_PRIVATE_ADDRESSES: allowPrivateAddresses, PUBLIC_URL: contact } = readConfig();
  const options = { format, allowPrivateAddresses, ...(contact ? { contact } : {}) };
  for await (const { items } of fetchPages(url, options)) yield { name: url, items, estimate: () => items.length };
}
