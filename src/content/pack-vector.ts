/** Lexemes and where they stand, in order: four times each position, as PostgreSQL counts them, plus the part's weight. */
export type Places = Map<string, number[]>;

/** The weights that PostgreSQL gives a part of a text. */
export const WEIGHT = { A: 3, B: 2, D: 0 };

const EQUALS = 0x3d;

// Kept between articles, as it costs more to make than to fill; an article that needs more gets its own.
const scratch = Buffer.alloc(1 << 18);

/** A tsvector as PostgreSQL's tsvectorrecv reads it, with an equals sign before exact lexemes. It sorts them itself, faster than we could. */
export function packVector(folded: Places, exact: Places): Buffer {
  const most = 4 + mostBytes(folded) + mostBytes(exact);
  const bytes = most <= scratch.length ? scratch : Buffer.alloc(most);

  let end = bytes.writeInt32BE(folded.size + exact.size);
  for (const [lexeme, places] of folded) end = writePlaces(bytes, writeText(bytes, end, lexeme), places);
  for (const [lexeme, places] of exact) {
    bytes[end] = EQUALS;
    end = writePlaces(bytes, writeText(bytes, end + 1, lexeme), places);
  }
  return Buffer.from(bytes.subarray(0, end));
}

function mostBytes(lexemes: Places): number {
  let most = 0;
  for (const [lexeme, places] of lexemes) most += 1 + lexeme.length * 3 + 1 + 2 + places.length * 2;
  return most;
}

/** In UTF-8, by hand: a call of the platform costs more than the loop for as little as a word. */
function writeText(bytes: Buffer, start: number, text: string): number {
  let end = start;
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    if (unit < 0x80) bytes[end++] = unit;
    else if (unit < 0x8_00) {
      bytes[end++] = 0xc0 | (unit >> 6);
      bytes[end++] = 0x80 | (unit & 0x3f);
    } else if ((unit & 0xf8_00) !== 0xd8_00) {
      bytes[end++] = 0xe0 | (unit >> 12);
      bytes[end++] = 0x80 | ((unit >> 6) & 0x3f);
      bytes[end++] = 0x80 | (unit & 0x3f);
    } else return start + bytes.write(text, start);
  }
  return end;
}

/** The zero that ends a lexeme, how many positions it has, and these: the weight in the upper two bits. */
function writePlaces(bytes: Buffer, start: number, places: number[]): number {
  bytes[start] = 0;
  bytes[start + 1] = places.length >> 8;
  bytes[start + 2] = places.length & 0xff;
  let end = start + 3;
  for (const place of places) {
    const entry = ((place & 3) << 14) | (place >> 2);
    bytes[end++] = entry >> 8;
    bytes[end++] = entry & 0xff;
  }
  return end;
}
