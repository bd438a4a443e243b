import * as fc from 'fast-check';
import { Refusal } from '../../src/refusal.js';
import { type Desk, openDesk } from '../support/desk.js';

let desk: Desk;

beforeAll(async () => {
  desk = await openDesk();
  await desk.take('desk', { identity: 'a' }, { identity: 'b' }, { identity: 'c' });
});

afterAll(() => desk.close());

const ORDERS = ['NEWEST', 'OLDEST', 'RECENTLY_UPDATED', 'RELEVANCE'];

const number = fc.oneof(
  fc.double().map(String),
  fc.maxSafeInteger().map(String),
  fc.bigInt().map(String),
  fc.constantFrom(
    '0',
    '-0',
    '1e400',
    '1e-400',
    '5e-324',
    '253402300800000',
    '-62135596800001',
    'NaN',
    'Infinity',
    '1658109600000',
  ),
);

const encoded = fc
  .tuple(fc.constantFrom(...ORDERS, 'TOPICS', ''), number, number, fc.constantFrom('base64url', 'base64', 'hex'))
  .map(([order, key, id, encoding]) => Buffer.from(`${order} ${key} ${id}`).toString(encoding as BufferEncoding));

const anything = fc.oneof(
  fc.string({ unit: 'binary', size: 'medium' }),
  fc.base64String(),
  fc.uint8Array({ maxLength: 60 }).map(bytes => Buffer.from(bytes).toString('base64url')),
  { weight: 4, arbitrary: encoded },
);

const QUERY = `query ($orderBy: ArticleOrder, $after: String, $before: String, $first: Int, $last: Int) {
  articles(filter: { text: "hoi" }, orderBy: $orderBy, after: $after, before: $before, first: $first, last: $last) { nodes { id } }
  topics(after: $after) { nodes { id } }
}`;

test('whatever stands where a cursor should, the answer is a page or a refusal', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.record({
        orderBy: fc.constantFrom(...ORDERS),
        after: fc.option(anything),
        before: fc.option(anything),
        first: fc.option(fc.integer({ min: 0, max: 100 })),
        last: fc.option(fc.integer({ min: 0, max: 100 })),
      }),
      async variables => {
        const { errors = [] } = await desk.answer(QUERY, variables);
        for (const { originalError } of errors) {
          expect(originalError).toBeInstanceOf(Refusal);
          expect(originalError).toMatchObject({ code: 'BAD_USER_INPUT' });
        }
      },
    ),
    { numRuns: 200 },
  );
});

test('every cursor that says a time of four digits of years, or a rank, is taken', async () => {
  const cursor = (text: string) => Buffer.from(text).toString('base64url');
  for (const [orderBy, key] of [
    ['NEWEST', String(Date.parse('9999-12-31T23:59:59.999Z'))],
    ['OLDEST', String(Date.parse('0001-01-01T00:00:00Z'))],
    ['RECENTLY_UPDATED', '1.5'],
    ['RELEVANCE', '5e-324'],
    ['RELEVANCE', '0.6079270839691162'],
  ] as const) {
    const { errors } = await desk.answer(
      'query ($orderBy: ArticleOrder, $after: String) { articles(filter: { text: "hoi" }, orderBy: $orderBy, after: $after) { nodes { id } } }',
      { orderBy, after: cursor(`${orderBy} ${key} 999999999999999`) },
    );
    expect(errors).toBeUndefined();
  }
});
