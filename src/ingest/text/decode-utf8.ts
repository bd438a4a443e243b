import { WINDOWS_1252 } from './windows-1252.js';

/** How much of some bytes is UTF-8. */
export interface Utf8Share {
  /** Characters of two bytes and more. */
  sequences: number;
  /** Bytes that are no UTF-8. */
  broken: number;
}

/** Counts what is UTF-8 (RFC 3629) and what is not. */
export function utf8Share(bytes: Uint8Array): Utf8Share {
  let sequences = 0;
  let broken = 0;
  let index = 0;

  while (index < bytes.length) {
    const length = sequenceLength(bytes, index);
    if (length > 1) sequences++;
    if (length === 0) broken++;
    index += length || 1;
  }
  return { sequences, broken };
}

/**
 * Reads UTF-8. A stray byte becomes the character that it is in windows-1252, as happens where texts are pasted together; a sequence
 * that was cut short becomes U+FFFD.
 */
export function decodeUtf8(bytes: Uint8Array): string {
  const parts: string[] = [];
  let from = 0;
  let index = 0;

  while (index < bytes.length) {
    const length = sequenceLength(bytes, index);
    if (length > 0) {
      index += length;
      continue;
    }
    const cut = followers(bytes, index);
    parts.push(read(bytes, from, index), cut > 0 ? '\ufffd' : WINDOWS_1252[bytes[index]!]!);
    index += 1 + cut;
    from = index;
  }
  parts.push(read(bytes, from, index));
  return parts.join('');
}

function read(bytes: Uint8Array, from: number, to: number): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset + from, to - from).toString('utf8');
}

/** The length of the character that starts there; 0 where none does. */
function sequenceLength(bytes: Uint8Array, index: number): number {
  const first = bytes[index]!;
  if (first < 0x80) return 1;

  const length = first < 0xc2 ? 0 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : first < 0xf5 ? 4 : 0;
  for (let offset = 1; offset < length; offset++) if (!continues(bytes[index + offset])) return 0;

  const second = bytes[index + 1] ?? 0;
  const overlong = (first === 0xe0 && second < 0xa0) || (first === 0xf0 && second < 0x90);
  const outside = (first === 0xed && second > 0x9f) || (first === 0xf4 && second > 0x8f);
  return overlong || outside ? 0 : length;
}

/** How many bytes of the sequence that starts there are left of it, after its first. */
function followers(bytes: Uint8Array, index: number): number {
  const first = bytes[index]!;
  const wanted = first >= 0xf0 && first <= 0xf4 ? 3 : first >= 0xe0 && first <= 0xef ? 2 : 0;
  let found = 0;
  while (found < wanted && continues(bytes[index + 1 + found])) found++;
  return found;
}

function continues(byte: number | undefined): boolean {
  return byte !== undefined && byte >= 0x80 && byte <= 0xbf;
}
