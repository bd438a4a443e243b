import * as fc from 'fast-check';
import { type FieldNode, type OperationDefinitionNode, parse } from 'graphql';
import sql, { type Sql } from 'sql-template-tag';
import { ArticleListArgs, listArticles } from '../../src/content/list-articles.js';
import { pageOfArticles } from '../../src/content/page-articles.js';
import { RememberedStatement } from '../../src/content/remembered-statement.js';
import type { Reference } from '../../src/content/reference.js';
import { createContext } from '../../src/graphql/context.js';
import { Deadline } from '../../src/graphql/deadline.js';
import type { Licence } from '../../src/partners/licence.js';
import type { Reader } from '../../src/partners/reader.js';
import { type Desk, filedUnder, openDesk } from '../support/desk.js';

const NOW = new Date('2022-08-01T00:00:00Z');
const hours = (count: number): Date => new Date(NOW.getTime() + count * 3_600_000);
const ARTICLES = 40;

let desk: Desk;
let reference: Reference;

beforeAll(async () => {
  desk = await openDesk();
  desk.now = NOW;
  for (let place = 0; place < ARTICLES; place += 1) {
    await desk.take('desk', {
      identity: `a${place}`,
      headline: `Tin ${place}`,
      language: ['vi', 'en'][place % 2]!,
      subjects: filedUnder(...[['asean'], ['football'], ['politics']][place % 3]!),
      publishedAt: hours(-(place % 9)),
      embargoedUntil: place % 4 === 1 ? hours(place % 7) : null,
      expiresAt: place % 5 === 2 ? hours(place % 8) : null,
    });
  }
  reference = await desk.reference();
});

afterAll(() => desk.close());

const { selectionSet } = parse('{ articles { nodes { id headline } } }').definitions[0] as OperationDefinitionNode;
const asked = { fieldNodes: selectionSet.selections as FieldNode[], fragments: {} };

function licence(id: number, terms: Partial<Licence> = {}): Licence {
  const plain = { text: false, media: false, embargoAccess: false, delaySeconds: 0, history: false };
  const always = { validFrom: null, validUntil: null };
  return { id, partnerId: 1, name: 'Some', filter: {}, revision: 1, ...plain, ...always, ...terms };
}

function partner(licences: Licence[], scopes: 'read'[] | 'desk'[] = ['read']): Reader {
  const about = { slug: 'partner', name: 'A partner', country: null, contact: null, languages: [], suspendedAt: null };
  const known = { id: 1, ...about, costPerMinute: 1, costPerDay: 1 };
  return { partner: known, key: null, scopes: new Set(scopes), licences };
}

async function headlines(args: ArticleListArgs, reader: Reader, now: Date): Promise<string[]> {
  const about = { requestId: 'test', deadline: new Deadline() };
  const context = createContext({ reader, now, db: desk.db, reference, ...about });
  const { listing } = listArticles(args, null, context, asked);
  const [page] = await pageOfArticles([listing], context);
  return page!.articles.map(({ headline }) => headline);
}

const anyHour = fc.integer({ min: -4, max: 12 }).map(hours);
const anyTerms = fc.record({
  filter: fc.constantFrom({}, { topics: { any: ['asean'] } }, { published: { last: 'PT6H' } }),
  embargoAccess: fc.boolean(),
  delaySeconds: fc.constantFrom(0, 0, 3_600, 7_200),
  validFrom: fc.option(anyHour),
  validUntil: fc.option(anyHour),
});
const anyArguments = fc.constantFrom<Partial<ArticleListArgs>>(
  {},
  { filter: { languages: ['vi'] } },
  { filter: { topics: { any: ['football', 'asean'] } } },
  { filter: { published: { last: 'PT5H' } } },
  { filter: { published: { from: '2022-07-31T18:00:00Z' } } },
);

it('shows whoever asks again what they may have at that time, whatever their licences say of time', async () => {
  let licences = 0;
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(anyTerms, { maxLength: 3 }), { minLength: 1, maxLength: 2 }),
      anyArguments,
      fc.array(fc.tuple(fc.nat({ max: 1 }), anyHour), { minLength: 3, maxLength: 8 }),
      async (termsOfReaders, wanted, askings) => {
        const readers = termsOfReaders.map(each => partner(each.map(terms => licence((licences += 1), terms))));
        const args = Object.assign(new ArticleListArgs(), { first: 100, ...wanted });
        for (const [who, now] of askings) {
          const reader = readers[who % readers.length]!;
          const again = await headlines(args, { ...reader }, now);
          const anew = await headlines(Object.assign(new ArticleListArgs(), args), { ...reader }, now);
          expect(again).toEqual(anew);
        }
      },
    ),
    { numRuns: 60 },
  );
});

describe('a statement', () => {
  const byTime = (now: Date): Sql => sql`select ${'vi'} where ${now} > ${hours(-1)} and ${now} is not null`;
  const asking = (hour: number, reader = partner([licence(1)])) => ({ now: hours(hour), reader, reference });

  /** Puts one together by the time, and notes when it was asked to. */
  function noting(): { make: (now: Date) => Sql; times: Date[] } {
    const times: Date[] = [];
    return { make: now => (times.push(now), byTime(now)), times };
  }

  it('is put together for the first and the second asking, and then has another time among its values', () => {
    const remembered = new RememberedStatement();
    const { make, times } = noting();
    for (const hour of [0, 1, 2, 3]) {
      const { text, values } = remembered.find(asking(hour), make);
      expect({ text, values }).toEqual({ text: byTime(NOW).text, values: ['vi', hours(hour), hours(-1), hours(hour)] });
    }
    expect(times).toEqual([hours(0), hours(1), new Date(hours(1).getTime() + 1)]);
  });

  const cases: [string, () => Reader, (now: Date) => Sql][] = [
    ['reckons with the time', () => partner([licence(1)]), now => sql`select ${new Date(now.getTime() - 1_000)}`],
    ['reads otherwise at another time', () => partner([licence(1)]), now => sql`select ${now.getTime()}`],
    [
      'is for a licence of the last week',
      () => partner([licence(1, { filter: { published: { last: 'P7D' } } })]),
      byTime,
    ],
    ["is for the desk's own key", () => partner([], ['desk']), byTime],
  ];

  test.each(cases)('that %s is put together each time', (_title, reader, make) => {
    const remembered = new RememberedStatement();
    for (const hour of [0, 1, 2, 3, 4]) {
      const { text, values } = remembered.find(asking(hour, reader()), make);
      expect({ text, values }).toEqual({ text: make(hours(hour)).text, values: make(hours(hour)).values });
    }
  });

  const others: [string, () => Parameters<RememberedStatement['find']>[0]][] = [
    ['the reference data is other', () => ({ ...asking(2), reference: { ...reference } })],
    ['a licence is other', () => asking(2, partner([licence(1, { revision: 2 })]))],
    ['the time is before that of the first', () => asking(0)],
  ];

  test.each(others)('is put together anew when %s', (_title, other) => {
    const remembered = new RememberedStatement();
    const { make, times } = noting();
    for (const hour of [1, 1, 1]) remembered.find(asking(hour), make);
    expect(times).toHaveLength(3);
    remembered.find(other(), make);
    expect(times.length).toBeGreaterThan(3);
  });

  it('holds no longer than until a licence begins or ends', () => {
    const remembered = new RememberedStatement();
    const { make, times } = noting();
    const reader = (): Reader => partner([licence(1, { validUntil: hours(3) })]);
    for (const hour of [0, 1, 2]) remembered.find(asking(hour, reader()), make);
    expect(times).toHaveLength(3);
    remembered.find(asking(3, reader()), make);
    expect(times.length).toBeGreaterThan(3);
  });
});
