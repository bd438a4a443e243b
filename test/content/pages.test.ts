import * as fc from 'fast-check';
import type { IncomingArticle } from '../../src/ingest/incoming.js';
import { type Desk, filedUnder, openDesk } from '../support/desk.js';

/** Sixty articles at seven moments, so that most have others beside them that are as new. */
const ARTICLES = 60;
const MOMENTS = 7;
const LANGUAGES = ['vi', 'en', 'lo', 'zh-Hans', 'zh-Hant'];
const SUBJECTS = [
  ['asean'],
  ['football', 'vietnam-laos-2022'],
  ['politics', 'sea-games-31', 'LA'],
  ['foreign-relations', 'sport', 'vietnam-laos-2022', 'VN'],
];

let desk: Desk;

beforeAll(async () => {
  desk = await openDesk();
  const articles = Array.from({ length: ARTICLES }, (_, place) => articleAt(place));
  await desk.take('desk', ...articles.filter((_, place) => place % 3 > 0));
  await desk.take('wire', ...articles.filter((_, place) => place % 3 === 0));
});

afterAll(() => desk.close());

const day = (place: number) => new Date(Date.UTC(2022, 6, 10 + (place % MOMENTS)));

function articleAt(place: number): Partial<IncomingArticle> {
  return {
    identity: `article ${place}`,
    headline: `${place % 4 === 0 ? 'Hội nghị' : 'Tin'} ${place}`,
    language: LANGUAGES[place % LANGUAGES.length]!,
    bodyHtml: `<p>${'hội nghị '.repeat(place % 5)}</p>`,
    publishedAt: day(place),
    updatedAt: day(place * 3),
    subjects: SUBJECTS[place % SUBJECTS.length]!.flatMap(name =>
      /^[A-Z]{2}$/.test(name) ? [{ code: `country:${name}`, name: null, kind: 'country' as const }] : filedUnder(name),
    ),
    media: place % 2 ? [] : [picture(place)],
  };
}

function picture(place: number): IncomingArticle['media'][number] {
  const unknown = { mimeType: null, width: null, height: null, durationSeconds: null };
  return {
    kind: 'picture',
    url: `https://wire.example/${place}.jpg`,
    alt: null,
    caption: null,
    credit: null,
    ...unknown,
  };
}

interface List {
  filter?: Record<string, unknown>;
  orderBy: string;
  within: (typeof WITHIN)[number];
}

const WITHIN = ['', 'topic(slug: "politics")', 'event(slug: "vietnam-laos-2022")', 'source(slug: "wire")'] as const;

const FILTERS = {
  topics: fc.constantFrom(
    { any: ['politics'] },
    { any: ['asean', 'sport', 'foreign-relations'] },
    { any: ['politics', 'football'], exact: true },
    { all: ['politics', 'sport'] },
    { none: ['asean'] },
  ),
  events: fc.constantFrom({ any: ['vietnam-laos-2022'] }, { any: ['vietnam-laos-2022', 'sea-games-31'] }),
  countries: fc.constantFrom({ any: ['LA', 'VN'] }, { any: ['VN'] }, { none: ['LA'] }),
  sources: fc.constantFrom({ any: ['desk'] }, { any: ['desk', 'wire'] }),
  languages: fc.constantFrom(['vi'], ['zh'], ['vi', 'en', 'zh'], ['lo', 'fr']),
  published: fc.constantFrom({ from: '2022-07-12' }, { from: '2022-07-11', to: '2022-07-15' }),
  hasMedia: fc.constant(['PICTURE']),
  text: fc.constantFrom('hoi nghi', '"hội nghị" OR', 'tin -hội'),
};

/** Two kinds of filter at most, so that most lists are long. */
const list: fc.Arbitrary<List> = fc
  .record({
    orderBy: fc.constantFrom('NEWEST', 'OLDEST', 'RECENTLY_UPDATED', 'RELEVANCE'),
    within: fc.constantFrom(...WITHIN),
    filters: fc.record(FILTERS),
    chosen: fc.subarray(Object.keys(FILTERS), { maxLength: 2 }),
  })
  .map(({ orderBy, within, filters, chosen }) => {
    const filter = Object.fromEntries(Object.entries(filters).filter(([name]) => chosen.includes(name)));
    return { orderBy, within, filter: orderBy === 'RELEVANCE' ? { ...filter, text: 'hoi nghi' } : filter };
  });

interface Page {
  nodes: { id: string }[];
  edges: { cursor: string; node: { id: string } }[];
  pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; startCursor: string | null; endCursor: string | null };
  totalCount: number;
}

async function page({ within, ...variables }: List, place: Record<string, unknown>): Promise<Page> {
  const articles = `articles(filter: $filter, orderBy: $orderBy, first: $first, after: $after, last: $last, before: $before) {
    nodes { id } edges { cursor node { id } } totalCount
    pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
  }`;
  const data = await desk.ask(
    `query ($filter: ArticleFilter, $orderBy: ArticleOrder, $first: Int, $after: String, $last: Int, $before: String) {
      ${within ? `list: ${within} { ${articles} }` : articles}
    }`,
    { ...variables, ...place },
  );
  const found: Page = within ? data.list.articles : data.articles;

  expect(found.edges.map(({ node }) => node)).toEqual(found.nodes);
  expect(found.pageInfo.startCursor).toBe(found.edges[0]?.cursor ?? null);
  expect(found.pageInfo.endCursor).toBe(found.edges.at(-1)?.cursor ?? null);
  return found;
}

const idsOf = ({ nodes }: Page): string[] => nodes.map(({ id }) => id);

/** The whole list, page by page, in its order, whichever end it is read from. */
async function walk(wanted: List, sizes: number[], end: 'first' | 'last', between = async () => {}): Promise<string[]> {
  const ids: string[] = [];
  let cursor: string | null = null;

  for (let step = 0; step < 200; step += 1) {
    const size = sizes[step % sizes.length];
    const found = await page(wanted, end === 'first' ? { first: size, after: cursor } : { last: size, before: cursor });
    const { hasNextPage, hasPreviousPage, startCursor, endCursor } = found.pageInfo;

    ids.splice(end === 'first' ? ids.length : 0, 0, ...idsOf(found));
    expect(end === 'first' ? hasPreviousPage : hasNextPage).toBe(cursor !== null);
    if (!(end === 'first' ? hasNextPage : hasPreviousPage)) return ids;
    expect(found.nodes).toHaveLength(size!);
    cursor = end === 'first' ? endCursor : startCursor;
    await between();
  }
  throw new Error('The list has no end.');
}

const sizes = fc.array(fc.integer({ min: 1, max: 25 }), { minLength: 1, maxLength: 4 });

test('pages of any size, from either end, make up the whole list', async () => {
  await fc.assert(
    fc.asyncProperty(list, sizes, async (wanted, some) => {
      const all = await page(wanted, { first: 100 });
      expect(new Set(idsOf(all)).size).toBe(all.nodes.length);
      expect(all.totalCount).toBe(all.nodes.length);
      expect(all.pageInfo).toMatchObject({ hasNextPage: false, hasPreviousPage: false });
      expect(idsOf(await page(wanted, { last: 100 }))).toEqual(idsOf(all));

      expect(await walk(wanted, some, 'first')).toEqual(idsOf(all));
      expect(await walk(wanted, some, 'last')).toEqual(idsOf(all));
    }),
    { numRuns: 40 },
  );
});

test('a page between two cursors holds what lies between them', async () => {
  await fc.assert(
    fc.asyncProperty(
      list,
      fc.nat(59),
      fc.nat(59),
      fc.integer({ min: 0, max: 20 }),
      async (wanted, one, other, size) => {
        const { edges } = await page(wanted, { first: 100 });
        fc.pre(edges.length > 1);
        const [from, to] = [one % edges.length, other % edges.length].toSorted((a, b) => a - b) as [number, number];
        const between = edges.slice(from + 1, to).map(({ node }) => node.id);
        const span = { after: edges[from]!.cursor, before: edges[to]!.cursor };

        const first = await page(wanted, { first: size, ...span });
        expect(idsOf(first)).toEqual(between.slice(0, size));
        expect(first.pageInfo).toMatchObject({ hasNextPage: between.length > size, hasPreviousPage: true });

        const last = await page(wanted, { last: size, ...span });
        expect(idsOf(last)).toEqual(between.slice(Math.max(between.length - size, 0)));
        expect(last.pageInfo).toMatchObject({ hasNextPage: true, hasPreviousPage: between.length > size });
      },
    ),
    { numRuns: 40 },
  );
});

describe('articles that arrive while somebody reads page by page', () => {
  const arrival = fc.record({
    moment: fc.integer({ min: -2, max: MOMENTS + 2 }),
    slug: fc.constantFrom('desk', 'wire'),
    subjects: fc.constantFrom(...SUBJECTS),
    language: fc.constantFrom(...LANGUAGES),
  });
  const stable = list.filter(({ orderBy }) => orderBy !== 'RECENTLY_UPDATED');
  let arrived = 0;

  test('neither skip nor repeat one that was there', async () => {
    await fc.assert(
      fc.asyncProperty(
        stable,
        sizes,
        fc.constantFrom('first', 'last'),
        fc.array(arrival, { maxLength: 6 }),
        async (wanted, some, end, arrivals) => {
          const before = await walk(wanted, [100], 'first');
          const waiting = [...arrivals];
          const read = await walk(wanted, some, end, async () => {
            const next = waiting.pop();
            if (!next) return;
            arrived += 1;
            const article = { identity: `arrival ${arrived}`, headline: 'Hội nghị', publishedAt: day(next.moment) };
            await desk.take(next.slug, { ...article, language: next.language, subjects: filedUnder(...next.subjects) });
          });
          expect(read.filter(id => before.includes(id))).toEqual(before);
          expect(new Set(read).size).toBe(read.length);
        },
      ),
      { numRuns: 30 },
    );
  });
});

describe('a page', () => {
  const all: List = { orderBy: 'NEWEST', within: '' };

  test('of nothing tells whether there is something', async () => {
    const nothing = { nodes: [], pageInfo: { startCursor: null, endCursor: null } };

    expect(await page(all, { first: 0 })).toMatchObject({ ...nothing, pageInfo: { hasNextPage: true } });
    expect(await page(all, { last: 0 })).toMatchObject({ ...nothing, pageInfo: { hasPreviousPage: true } });
    expect(await page({ ...all, filter: { languages: ['fr'] } }, { first: 0 })).toMatchObject({
      ...nothing,
      totalCount: 0,
      pageInfo: { hasNextPage: false, hasPreviousPage: false },
    });
  });

  test('has twenty articles when nobody says how many', async () => {
    const newest = await page(all, {});
    expect(newest.nodes).toHaveLength(20);
    expect(idsOf(newest)).toEqual(idsOf(await page(all, { first: 20 })));
  });

  test('before a cursor is the one right before it when nobody says how many', async () => {
    const { edges } = await page(all, { first: 50 });
    const { nodes, pageInfo } = await page(all, { before: edges[40]!.cursor });

    expect(nodes).toEqual(edges.slice(20, 40).map(({ node }) => node));
    expect(pageInfo).toMatchObject({ hasNextPage: true, hasPreviousPage: true });
  });

  test('goes on where it was when the article of its cursor has been withdrawn', async () => {
    const fleeting = { identity: 'fleeting', language: 'vi', publishedAt: day(3) };
    await desk.take('desk', fleeting);
    const wednesday: List = { ...all, filter: { published: { on: '2022-07-13' } } };
    const { edges } = await page(wednesday, { first: 100 });
    await desk.take('desk', { ...fleeting, status: 'canceled' });

    expect(idsOf(await page(wednesday, { first: 100 }))).toEqual(edges.slice(1).map(({ node }) => node.id));
    expect(idsOf(await page(wednesday, { after: edges[0]!.cursor }))).toEqual(
      edges.slice(1).map(({ node }) => node.id),
    );
  });
});

test('lists of topics, events and sources have pages too', async () => {
  for (const kind of ['topics', 'events', 'sources']) {
    const ask = async (args: string) =>
      (
        await desk.ask(
          `{ ${kind}${args} { nodes { slug } edges { cursor } totalCount pageInfo { hasNextPage hasPreviousPage endCursor startCursor } } }`,
        )
      )[kind];
    const whole = await ask('');
    const slugs = whole.nodes.map(({ slug }: { slug: string }) => slug);
    expect(whole.totalCount).toBe(slugs.length);

    const found: string[] = [];
    let next: string | null = null;
    do {
      const some: any = await ask(`(first: 1${next ? `, after: "${next}"` : ''})`);
      expect(some).toMatchObject({ totalCount: slugs.length, pageInfo: { hasPreviousPage: next !== null } });
      found.push(...some.nodes.map(({ slug }: { slug: string }) => slug));
      next = some.pageInfo.hasNextPage ? some.pageInfo.endCursor : null;
    } while (next);
    expect(found).toEqual(slugs);

    const last = await ask(`(last: 1, before: "${whole.pageInfo.endCursor}")`);
    expect(last.nodes).toEqual(whole.nodes.slice(-2, -1));
    expect(last.pageInfo).toMatchObject({ hasNextPage: true, hasPreviousPage: slugs.length > 2 });
    expect((await ask('(first: 0)')).pageInfo).toMatchObject({ hasNextPage: true, startCursor: null });
  }
});
