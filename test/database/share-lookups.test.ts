import { shareLookups } from '../../src/database/share-lookups.js';

test('those who ask while a look is under way are answered together, by one that began after they asked', async () => {
  const looks: { keys: string[]; finish: (found: [string, number][]) => void }[] = [];
  const find = shareLookups<string, number>(
    keys => new Promise(resolve => looks.push({ keys, finish: found => resolve(new Map(found)) })),
  );
  const [first, same] = [find('a'), find('a')];
  await Promise.resolve();
  await Promise.resolve();
  const later = [find('a'), find('b'), find('c')];
  expect(looks.map(({ keys }) => keys)).toEqual([['a']]);
  looks[0]!.finish([['a', 1]]);
  expect(await Promise.all([first, same])).toEqual([1, 1]);
  await new Promise(setImmediate);
  expect(looks.map(({ keys }) => keys)).toEqual([['a'], ['a', 'b', 'c']]);
  looks[1]!.finish([
    ['a', 2],
    ['c', 3],
  ]);
  expect(await Promise.all(later)).toEqual([2, null, 3]);
});

test('a look that fails fails those who waited for it, and nobody after them', async () => {
  let looks = 0;
  const find = shareLookups<string, string>(async ([key]) => {
    looks += 1;
    if (looks === 1) throw new Error('The database is away.');
    return new Map([[key!, 'found']]);
  });
  const [one, two] = await Promise.allSettled([find('a'), find('b')]);
  expect([one.status, two.status]).toEqual(['rejected', 'rejected']);
  expect(await find('a')).toBe('found');
});
