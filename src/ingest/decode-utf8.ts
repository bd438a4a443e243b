import iconv from 'iconv-lite';

export interface DecodedUtf8 {
  text: string;
  /** Characters of two bytes and more. */
  sequences: number;
  /** Bytes that are no UTF-8. */
  broken: number;
}

/**
 * Reads UTF-8 (RFC 3629) and says how much of it was none. A stray byte becomes the character it is in windows-1252, as
 * happens where texts are pasted together; a sequence that was cut short becomes U+FFFD.
 */
export function decodeUtf8(bytes: Uint8Array): DecodedUtf8 {
  const parts: string[] = [];
  let sequences = 0;
  let broken = 0;
  let from = 0;
  let index = 0;

  while (index < bytes.length) {
    const length = sequenceLength(bytes, index);
    if (length > 0) {
      if (length > 1) sequences++;
      index += length;
      continue;
    }
    const cut = followers(bytes, index);
    parts.push(
      read(bytes, from, index),
      cut > 0 ? '\ufffd' : iconv.decode(bytes.subarray(index, index + 1), 'windows-1252'),
    );
    broken += 1 + cut;
    index += 1 + cut;
    from = index;
  }
  parts.push(read(bytes, from, index));
  return { text: parts.join(''), sequences, broken };
}

function read(bytes: Uint8Array, from: number, to: number): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset + from, to - from).toString('utf8');
}

/** The length of the character that starts there; 0 where none does. */
function sequenceLength(bytes: Uint8Array, index: number): number {
  const first = bytes[index]!;
  if (first < 0x80) return 1;

  const length =
    first >= 0xc2 && first <= 0xdf ? 2 : first >= 0xe0 && first <= 0xef ? 3 : first >= 0xf0 && first <= 0xf4 ? 4 : 0;
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
