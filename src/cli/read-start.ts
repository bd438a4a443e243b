import type { Readable } from 'node:stream';
import { HeldBytes } from '../ingest/formats/held-bytes.js';
import { Refusal } from '../refusal.js';

/** An input of which the start is known. */
export interface Started {
  start: Buffer;
  /** All of it, from the start on; can be read once. */
  chunks: AsyncIterable<Buffer>;
}

/** Bytes looked at first; then twice as many each time. */
const GLANCE = 65_536;

/**
 * Reads as much of a stream as it takes until `tells` can tell something of its start, `most` bytes and a glance at the
 * furthest. Leaving the chunks before their end closes the stream.
 * @throws Refusal UNREADABLE_FEED, also while the chunks are read, where the system cannot read on.
 */
export async function readStart(stream: Readable, tells: (start: Buffer) => boolean, most: number): Promise<Started> {
  const held = new HeldBytes();
  const pieces = read(stream);
  let wanted = GLANCE;

  for (let piece = await pieces.next(); !piece.done; piece = await pieces.next()) {
    held.add(piece.value);
    if (held.length < wanted) continue;
    if (held.length >= most + GLANCE || tells(held.bytes())) break;
    wanted = Math.min(held.length * 2, most + GLANCE);
  }
  const start = held.bytes();
  return { start, chunks: together(start, pieces) };
}

async function* together(start: Buffer, rest: AsyncGenerator<Buffer>): AsyncGenerator<Buffer> {
  try {
    yield start;
    yield* rest;
  } finally {
    await rest.return(undefined);
  }
}

async function* read(stream: Readable): AsyncGenerator<Buffer> {
  try {
    for await (const chunk of stream) yield chunk as Buffer;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === undefined) throw error;
    throw new Refusal('UNREADABLE_FEED', (error as Error).message);
  }
}
