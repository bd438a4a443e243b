import type { ArticleFilter } from '../../src/content/article-filter.js';
import { canonicalFilter } from '../../src/content/canonical-filter.js';
import { readFilter } from '../../src/content/read-filter.js';
import { readSelection, type Selection } from '../../src/content/selection.js';
import { type Desk, openDesk } from '../support/desk.js';

let desk: Desk;

beforeAll(async () => {
  desk = await openDesk();
  await desk.take('desk', { identity: 'a', language: 'vi' }, { identity: 'b', language: 'lo' });
});

afterAll(() => desk.close());

const inOneForm = (filter: object): string => JSON.stringify(canonicalFilter(readFilter(filter)));

/** Filters no two of which say the same; of each, all the ways in which it is written. */
const FILTERS: object[][] = [
  [{}, { text: null, topics: null }, { topics: { exact: false } }],
  [
    { topics: { any: ['asean', 'sport'] } },
    { topics: { any: ['sport', 'asean', 'asean'], all: null, exact: false }, languages: null },
  ],
  [{ topics: { any: ['asean', 'sport'], exact: true } }],
  [{ topics: { all: ['asean', 'sport'] } }],
  [{ topics: { none: ['asean', 'sport'] } }],
  [{ countries: { any: ['LA', 'VN'] } }, { countries: { any: ['vn', 'la'] } }],
  [{ hasMedia: ['PICTURE', 'VIDEO'] }, { hasMedia: ['video', 'picture'] }],
  [{ languages: ['lo', 'vi'] }, { languages: ['vi', 'lo'] }],
  [{ published: { on: '2022-07-18' } }, { published: { timeZone: 'UTC', on: '2022-07-18', last: null } }],
  [{ published: { on: '2022-07-18', timeZone: 'Asia/Vientiane' } }],
  [{ updated: { on: '2022-07-18' } }],
  [{ published: { last: 'P7D' } }],
  [
    { text: 'hội nghị', sources: { any: ['desk'] } },
    { sources: { any: ['desk'] }, text: 'hội nghị' },
  ],
  [{ text: 'hoi nghi', sources: { any: ['desk'] } }],
  [{ events: { any: ['vietnam-laos-2022'] } }],
];

test('a filter has one form, however it is written, and no other filter has it', () => {
  const forms = FILTERS.map(ways => new Set(ways.map(inOneForm)));
  for (const form of forms) expect(form.size).toBe(1);
  expect(new Set(forms.flatMap(form => [...form])).size).toBe(FILTERS.length);
});

test.each(FILTERS.flat())('%j selects the same in that form, and has it already then', async written => {
  const reference = await desk.reference();
  const [filter, form] = [readFilter(written), canonicalFilter(readFilter(written))];
  const selection = (from: ArticleFilter): Selection => readSelection(from, reference, desk.now);
  expect(inOrder(selection(readFilter(JSON.parse(JSON.stringify(form)))))).toEqual(inOrder(selection(filter)));
  expect(inOneForm(form)).toBe(JSON.stringify(form));
});

/** With its lists in an order of ours. */
function inOrder(selection: Selection): unknown {
  return JSON.parse(JSON.stringify(selection), (_name, value: unknown) =>
    Array.isArray(value)
      ? [...new Set(value.map(entry => JSON.stringify(entry)))].toSorted((one, other) => (one < other ? -1 : 1))
      : value,
  );
}
