import { ninjsItems } from '../../../src/ingest/formats/ninjs-lines.js';

async function* linesOf(...lines: (string | null)[]): AsyncGenerator<string | null> {
  yield* lines;
}

async function labels(...lines: (string | null)[]): Promise<(string | null)[]> {
  const found: (string | null)[] = [];
  for await (const item of ninjsItems(linesOf(...lines))) found.push('reason' in item ? item.label : item.identity);
  return found;
}

const GOOD = JSON.stringify({ uri: 'urn:x', headline: 'Tin' });

test('a stream is read item by item, empty lines passed over', async () => {
  expect(await labels(`\ufeff${GOOD}`, '', `${GOOD}\r`, '  ')).toEqual(['urn:x', 'urn:x']);
});

test('a bad line is told by its number and loses no other', async () => {
  expect(await labels('{"uri":', GOOD, '[]', 'null', GOOD)).toEqual(['line 1', 'urn:x', 'line 3', 'line 4', 'urn:x']);
});

test('a line that is too long is told by its number and loses no other', async () => {
  expect(await labels(GOOD, null, GOOD)).toEqual(['urn:x', 'line 2', 'urn:x']);
});
