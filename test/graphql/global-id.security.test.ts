import * as fc from 'fast-check';
import { globalId, readGlobalId, type NodeType } from '../../src/graphql/global-id.js';

const TYPES: NodeType[] = ['Article', 'Story', 'Topic', 'Event', 'Source', 'Media'];
const CHARACTERS = Array.from('0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_-. +/=\nđ');

const anId = fc
  .tuple(fc.constantFrom(...TYPES), fc.oneof(fc.nat(5_000), fc.maxSafeNat()))
  .map(([type, key]) => ({ type, key, id: globalId(type, key) }));

test('an id is read as what it was made from', () => {
  fc.assert(fc.property(anId, ({ type, key, id }) => expect(readGlobalId(id)).toEqual({ type, key })));
});

test('an id with one wrong character means nothing, whichever it is', () => {
  fc.assert(
    fc.property(anId, ({ id }) => {
      for (const place of Array.from(id).keys()) {
        for (const character of CHARACTERS) {
          if (character === id[place]) continue;
          expect(readGlobalId(id.slice(0, place) + character + id.slice(place + 1))).toBeNull();
        }
      }
    }),
    { numRuns: 60 },
  );
});

test('an id with two neighbours swapped means nothing', () => {
  fc.assert(
    fc.property(anId, ({ id }) => {
      // The last two are the check digits: swapped with each other or their neighbour, they check another key.
      for (let place = 0; place < id.length - 3; place += 1) {
        const swapped = id.slice(0, place) + id[place + 1]! + id[place]! + id.slice(place + 2);
        expect(swapped === id || readGlobalId(swapped) === null).toBe(true);
      }
    }),
  );
});

test('no text but an id means anything', () => {
  const text = fc.oneof(
    fc.string(),
    fc.string({ unit: 'binary' }),
    fc
      .tuple(fc.constantFrom('art', 'top', 'xyz'), fc.string({ unit: fc.constantFrom(...CHARACTERS) }))
      .map(parts => parts.join('_')),
    anId.map(({ id }) => id.replace('_', '_0')),
    anId.map(({ id }) => ` ${id}`),
    anId.map(({ id }) => `${id}\n`),
  );
  fc.assert(
    fc.property(text, anything => {
      const found = readGlobalId(anything);
      expect(found === null || globalId(found.type, found.key) === anything).toBe(true);
    }),
    { numRuns: 2_000 },
  );
});
