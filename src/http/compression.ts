import { negotiate } from '@fastify/accept-negotiator';
import compress from '@fastify/compress';
import type { FastifyInstance } from 'fastify';
import type { IncomingHttpHeaders } from 'node:http';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

/** Bytes from which answers are compressed. */
const THRESHOLD = 1_024;

/** Brotli's own 11 takes a hundred times as long for a tenth less. */
const BROTLI = { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } };

/** How answers are compressed, the better first. */
const ENCODINGS = { br: promisify(brotliCompress), gzip: promisify(gzip) };
/** The old name of gzip, and who takes anything: of all encodings it is understood the most widely. As @fastify/compress has it. */
const ANY = /\*|x-gzip/g;

type Encoding = keyof typeof ENCODINGS;
const NAMES = Object.keys(ENCODINGS) as Encoding[];

/** Compresses what Fastify sends, for clients that take it so. */
export async function compressReplies(app: FastifyInstance): Promise<void> {
  await app.register(compress, {
    globalDecompression: false,
    threshold: THRESHOLD,
    encodings: NAMES,
    brotliOptions: BROTLI,
    customTypes: /^(text\/|application\/(.+\+)?(json|xml)|application\/javascript|image\/svg\+xml)/,
  });
}

/** How a body is to be compressed for a client (RFC 9110, section 12.5.3); null for as it is. */
export function encodingFor(bytes: number, { 'accept-encoding': accepted }: IncomingHttpHeaders): Encoding | null {
  if (accepted === undefined || bytes < THRESHOLD) return null;
  return negotiate(accepted.toLowerCase().replace(ANY, 'gzip'), NAMES);
}

export async function compressed(body: string | Buffer, encoding: Encoding): Promise<Buffer> {
  return encoding === 'br' ? ENCODINGS.br(body, BROTLI) : ENCODINGS.gzip(body);
}
