import * as fc from 'fast-check';
import { splitLines } from '../../../src/ingest/formats/split-lines.js';

async function* each(chunks: Uint8Array[]): AsyncGenerator<Buffer> {
  for (const chunk of chunks) yield Buffer.from(chunk);
}

async function linesOf(chunks: Uint8Array[], longest = 100): Promise<(string | null)[]> {
  const lines: (string | null)[] = [];
  for await (const line of splitLines(each(chunks), longest)) lines.push(line);
  return lines;
}

test.each([
  ['nothing', '', []],
  ['an empty line', '\n', ['']],
  ['a last line without an end', 'a\nb', ['a', 'b']],
  ['empty lines between others', 'a\n\n\r\nb\n', ['a', '', '', 'b']],
  ['ends of Windows, and a lone return within a line', 'a\r\nb\rc\r\n', ['a', 'b\rc']],
  ['a separator that JSON allows in a text', '\u2028"\n', ['\u2028"']],
  ['a line as long as may be', 'aaaa\nb', ['aaaa', 'b']],
  ['lines that are too long, the last too', 'aaaaa\nb\nccccccccccc', [null, 'b', null]],
  ['a length in bytes, not in characters', 'ạạ\nb', [null, 'b']],
])('%s', async (_, text, lines) => {
  expect(await linesOf([Buffer.from(text)], 4)).toEqual(lines);
});

test('bytes that are no UTF-8 spoil their character alone', async () => {
  expect(await linesOf([Buffer.from('61ff620a63', 'hex')])).toEqual(['a\ufffdb', 'c']);
});

const piece = fc.oneof(
  fc.constantFrom('\n', '\r\n', '\r', '\ufeff', 'Việt Nam', '😀').map(text => new Uint8Array(Buffer.from(text))),
  fc.uint8Array({ maxLength: 20 }),
);

test('however the bytes are cut, the lines are those of the whole', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(piece, { maxLength: 20 }),
      fc.array(fc.nat(400)),
      fc.integer({ min: 1, max: 30 }),
      async (pieces, cuts, longest) => {
        const bytes = Buffer.concat(pieces);
        const places = [0, ...cuts.filter(cut => cut < bytes.length).toSorted((a, b) => a - b), bytes.length];
        const chunks = places.slice(1).map((to, index) => bytes.subarray(places[index], to));
        const lines = await linesOf([bytes], longest);

        expect(await linesOf(chunks, longest)).toEqual(lines);
        // A length beyond every line tells what the lines are; the shorter one leaves out the long ones alone.
        const all = bytes.toString('latin1').split('\n');
        if (all.at(-1) === '') all.pop();
        expect(lines.map(line => line === null)).toEqual(all.map(line => line.length > longest));
      },
    ),
  );
});
