import { HeldBytes } from './held-bytes.js';

const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;

/**
 * The lines of a text in UTF-8 that comes in pieces, without their ends (LF or CR LF). Null stands for a line of more than
 * `longest` bytes; no more than those are ever held. What is no UTF-8 becomes U+FFFD.
 */
export async function* splitLines(chunks: AsyncIterable<Buffer>, longest: number): AsyncGenerator<string | null> {
  // One byte more, to tell a line that is too long.
  const held = new HeldBytes(longest + 1);

  for await (const chunk of chunks) {
    let from = 0;
    for (let to = chunk.indexOf(LINE_FEED); to !== -1; to = chunk.indexOf(LINE_FEED, from)) {
      const rest = chunk.subarray(from, to);
      if (held.length === 0) yield textOf(rest, longest);
      else {
        held.add(rest);
        yield textOf(held.bytes(), longest);
        held.clear();
      }
      from = to + 1;
    }
    held.add(chunk.subarray(from));
  }
  if (held.length > 0) yield textOf(held.bytes(), longest);
}

function textOf(line: Buffer, longest: number): string | null {
  if (line.length > longest) return null;
  return line.toString('utf8', 0, line.at(-1) === CARRIAGE_RETURN ? line.length - 1 : line.length);
}
