const MARKS: [number[], string][] = [
  [[0x00, 0x00, 0xfe, 0xff], 'utf-32be'],
  [[0xff, 0xfe, 0x00, 0x00], 'utf-32le'],
  [[0xef, 0xbb, 0xbf], 'utf-8'],
  [[0xfe, 0xff], 'utf-16be'],
  [[0xff, 0xfe], 'utf-16le'],
];

/**
 * The Unicode encoding that the first bytes give away, or null: a byte order mark, or where the zero bytes lie between the
 * first characters, which are ASCII in XML as in JSON (XML 1.0, appendix F; RFC 4627, section 3).
 */
export function unicodeForm(bytes: Uint8Array): string | null {
  const marked = MARKS.find(([mark]) => mark.every((byte, index) => bytes[index] === byte));
  if (marked) return marked[1];
  if (bytes.length < 4) return null;

  switch ([...bytes.subarray(0, 4)].map(byte => (byte === 0 ? '0' : 'x')).join('')) {
    case '000x':
      return 'utf-32be';
    case 'x000':
      return 'utf-32le';
    case '0x0x':
      return 'utf-16be';
    case 'x0x0':
      return 'utf-16le';
    default:
      return null;
  }
}
