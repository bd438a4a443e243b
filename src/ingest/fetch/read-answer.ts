import type { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createBrotliDecompress, createUnzip } from 'node:zlib';
import { Refusal } from '../../refusal.js';

/** The content codings that are asked for. Of "deflate" (RFC 9110, section 8.4.1.2) servers have two notions, so it is not. */
export const CODINGS = 'gzip, br';

const DECODERS: Record<string, () => Transform> = {
  gzip: createUnzip,
  'x-gzip': createUnzip,
  deflate: createUnzip,
  br: createBrotliDecompress,
};

/**
 * Reads an answer to its end, decompressed as it comes: no more than `most` bytes are ever held, however few were sent for
 * them. Refuses more (PAYLOAD_TOO_LARGE), and a coding that was not asked for (SOURCE_UNREACHABLE).
 */
export async function readAnswer(
  body: Readable,
  coding: string | null,
  most: number,
  host: string,
): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let length = 0;
  const collect = async (chunks: AsyncIterable<Uint8Array>): Promise<void> => {
    for await (const chunk of chunks) {
      length += chunk.length;
      if (length > most) break;
      parts.push(chunk);
    }
  };
  try {
    if (coding === null || coding.toLowerCase() === 'identity') await pipeline(body, collect);
    else await pipeline(body, decoderOf(coding.toLowerCase(), host), collect);
  } catch (error) {
    if (length <= most) throw error; // Else it is we who broke off.
  }
  if (length > most) throw tooLarge(host, most);

  return Buffer.concat(parts, length);
}

/** What is said of an answer with more bytes than are read. */
export function tooLarge(host: string, most: number): Refusal {
  return new Refusal(
    'PAYLOAD_TOO_LARGE',
    `${host} sends more than ${most} bytes, the most that is read of one page of a feed.`,
  );
}

/** One coding at a time: nobody compresses twice but to harm. */
function decoderOf(coding: string, host: string): Transform {
  const create = Object.hasOwn(DECODERS, coding) ? DECODERS[coding] : undefined;
  if (create) return create();
  throw new Refusal(
    'SOURCE_UNREACHABLE',
    `${host} sends its feed in the coding "${coding.slice(0, 40)}", though ${CODINGS} were asked for.`,
  );
}
