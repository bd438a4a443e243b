import { shareReads } from '../../src/database/share-reads.js';

test('those who ask while a read is under way are answered together, by one that began after they asked', async () => {
  const reads: { about: string[]; finish: (value: number) => void }[] = [];
  const read = shareReads<string, number>(about => new Promise(finish => reads.push({ about, finish })));
  const [first, same] = [read('a'), read(null)];
  await Promise.resolve();
  await Promise.resolve();
  const later = [read('a'), read('b'), read('b'), read(null)];
  expect(reads.map(({ about }) => about)).toEqual([['a']]);
  reads[0]!.finish(1);
  expect(await Promise.all([first, same])).toEqual([1, 1]);
  await new Promise(setImmediate);
  expect(reads.map(({ about }) => about)).toEqual([['a'], ['a', 'b']]);
  reads[1]!.finish(2);
  expect(await Promise.all(later)).toEqual([2, 2, 2, 2]);
});

test('a read that fails fails those who waited for it, and nobody after them', async () => {
  let reads = 0;
  const read = shareReads<string, string>(async () => {
    reads += 1;
    if (reads === 1) throw new Error('The database is away.');
    return 'found';
  });
  const [one, two] = await Promise.allSettled([read('a'), read('b')]);
  expect([one.status, two.status]).toEqual(['rejected', 'rejected']);
  expect(await read('a')).toBe('found');
});
