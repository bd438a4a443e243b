import { parseAtomFeed } from 'feedsmith';
import { type Desk, filedUnder, openDesk } from '../support/desk.js';
import { serveDesk } from '../support/desk-server.js';
import type { SampleServer } from '../support/sample-server.js';

let desk: Desk;
let server: SampleServer;

/** Sparse months, a day with more than a page, an hour with more, a minute with more, and the hour that is not over. */
const MOMENTS = [
  ...Array.from({ length: 9 }, (_, month) => `2021-0${month + 1}-15T10:00:00Z`),
  ...Array.from({ length: 30 }, (_, day) => `2022-04-${String(day + 1).padStart(2, '0')}T05:00:00Z`),
  ...Array.from({ length: 120 }, (_, place) => `2022-06-0${1 + (place % 3)}T0${place % 7}:00:00Z`),
  ...Array.from({ length: 130 }, (_, place) => `2022-07-04T09:${String(place % 60).padStart(2, '0')}:00Z`),
  ...Array.from({ length: 110 }, () => '2022-07-05T11:11:11Z'),
  ...Array.from({ length: 15 }, (_, place) => `2022-08-01T11:${place + 10}:00Z`),
];

beforeAll(async () => {
  desk = await openDesk();
  desk.now = new Date('2022-08-01T11:40:00Z');
  await desk.take(
    'desk',
    ...MOMENTS.map((moment, place) => ({
      identity: `urn:${place}`,
      headline: `Tin ${place}`,
      subjects: filedUnder(place % 4 === 0 ? 'football' : 'asean'),
      publishedAt: new Date(moment),
    })),
  );
  server = await serveDesk(desk);
});

afterAll(async () => {
  await server?.app.close();
  await desk?.close();
});

const linkOf = (xml: string, rel: string): string | null =>
  parseAtomFeed(xml)
    .links?.find(link => link.rel === rel)
    ?.href?.replace(/^https?:\/\/[^/]+/, '') ?? null;
const idsOf = (xml: string): string[] => (parseAtomFeed(xml).entries ?? []).map(({ id }) => id!.split(':').at(-1)!);

/** A document and the pages that follow it, if it has any. */
async function whole(path: string): Promise<{ first: string; ids: string[] }> {
  const first = await text(path);
  const ids = idsOf(first);
  for (let next = linkOf(first, 'next'); next;) {
    const page = await text(next);
    ids.push(...idsOf(page));
    next = linkOf(page, 'next');
  }
  return { first, ids };
}

async function text(path: string): Promise<string> {
  const answer = await fetch(`${server.url}${path}`);
  expect(answer.status).toBe(200);
  return answer.text();
}

async function held(filter: object): Promise<string[]> {
  const ids: string[] = [];
  let after: string | null = null;
  do {
    const query =
      'query ($filter: ArticleFilter, $after: String) { articles(first: 100, filter: $filter, after: $after) { nodes { id } pageInfo { hasNextPage endCursor } } }';
    const { articles }: any = await desk.ask(query, { filter, after });
    ids.push(...articles.nodes.map(({ id }: any) => id));
    after = articles.pageInfo.hasNextPage ? articles.pageInfo.endCursor : null;
  } while (after);
  return ids;
}

test.each([
  ['/feeds.atom?limit=10', {}],
  ['/topics/asean/feed.atom', { topics: { any: ['asean'] } }],
  [
    '/feeds.atom?from=2022-06-02&to=2022-07-05T11:11:12Z&limit=1',
    { published: { from: '2022-06-02', to: '2022-07-05T11:11:12Z' } },
  ],
  ['/topics/sport/feed.atom?limit=3', { topics: { any: ['sport'] } }],
])('%s and the archives before it hold every article, and each archive its own', async (path, filter) => {
  const subscribed = await text(path);
  const seen = new Set(idsOf(subscribed));
  const archived: string[] = [];
  for (let previous = linkOf(subscribed, 'prev-archive'); previous;) {
    const { first, ids } = await whole(previous);
    expect(ids.length).toBeGreaterThan(0);
    expect(first).toContain('<fh:archive/>');
    expect(linkOf(first, 'current')).toBe(
      new URL(linkOf(subscribed, 'self')!, server.url).pathname +
        new URL(linkOf(subscribed, 'current')!, server.url).search.replace(/&?limit=\d+/, '').replace(/\?$/, ''),
    );
    archived.push(...ids);
    ids.forEach(id => seen.add(id));
    previous = linkOf(first, 'prev-archive');
  }
  expect(new Set(archived).size).toBe(archived.length);
  expect([...seen].toSorted()).toEqual((await held(filter)).toSorted());
});

test('an archive is the longest time that is over and fits on a page', async () => {
  const names: string[] = [];
  for (let previous = linkOf(await text('/feeds.atom?limit=10'), 'prev-archive'); previous;) {
    names.push(new URL(previous, server.url).searchParams.get('archive')!);
    previous = linkOf(await text(previous), 'prev-archive');
  }
  expect(names.slice(0, 5)).toEqual([
    '2022-08-01T11:15',
    '2022-08-01T11:14',
    '2022-08-01T11:13',
    '2022-08-01T11:12',
    '2022-08-01T11:11',
  ]);
  expect(names).toEqual(
    expect.arrayContaining(['2022-07-05T11:11', '2022-07-04T09:59', '2022-06-03', '2022-04', '2021-09', '2021-01']),
  );
});

test('what is withdrawn is in no archive any more', async () => {
  const path = '/feeds.atom?archive=2021-03';
  const [id] = idsOf(await text(path));
  expect(id).toMatch(/^art_/);
  await desk.db.query(`update article set status = 'withdrawn' where headline = 'Tin 2'`);
  expect(idsOf(await text(path))).toEqual([]);
  await desk.db.query(`update article set status = 'published' where headline = 'Tin 2'`);
});

test('the archive before is in the Link header, and other formats have none of their own', async () => {
  const atom = await fetch(`${server.url}/feeds.atom?limit=5`);
  expect(atom.headers.get('link')).toContain('archive=2022-08-01T11%3A20>; rel="prev-archive"');
  const rss = await fetch(`${server.url}/feeds.rss?limit=5`);
  expect(rss.headers.get('link')).not.toContain('archive');
});

test.each([
  ['archive=2022-13', 'write a month, day, hour or minute'],
  ['archive=2022-7', 'write a month, day, hour or minute'],
  ['archive=2022-02-30', 'write a month, day, hour or minute'],
  ['archive=2022-07&archive=2022-06', 'given 2 times'],
  ['archive=2022-07&limit=5', 'leave out "limit"'],
])('%s is refused with what would be right', async (query, words) => {
  const answer = await fetch(`${server.url}/feeds.atom?${query}`);
  expect(answer.status).toBe(400);
  expect(await answer.text()).toContain(words.replaceAll('"', '\\"'));
});
