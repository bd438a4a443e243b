import { type Desk, filedUnder, openDesk } from '../support/desk.js';

let desk: Desk;

beforeAll(async () => {
  desk = await openDesk();
  await desk.take(
    'desk',
    {
      identity: 'a',
      headline: 'A',
      language: 'vi',
      publishedAt: at('2022-07-18T02:30:00Z'),
      subjects: filedUnder('asean', 'vietnam-laos-2022'),
    },
    {
      identity: 'b',
      headline: 'B',
      language: 'vi',
      publishedAt: at('2022-07-18T18:00:00Z'),
      subjects: filedUnder('foreign-relations', 'LA'),
    },
    {
      identity: 'c',
      headline: 'C',
      language: 'zh-Hans',
      publishedAt: at('2022-07-19T02:00:00Z'),
      subjects: [{ code: 'country:la', name: null, kind: 'country' }],
    },
  );
  await desk.take(
    'wire',
    {
      identity: 'd',
      headline: 'D',
      language: 'en',
      publishedAt: at('2022-07-20T02:00:00Z'),
      subjects: filedUnder('football', 'asean'),
    },
    {
      identity: 'e',
      headline: 'E',
      language: 'lo',
      publishedAt: at('2022-07-21T02:00:00Z'),
      updatedAt: at('2022-07-30T00:00:00Z'),
      subjects: filedUnder('vietnam-laos-2022'),
      media: [picture('https://wire.example/1.jpg')],
    },
    {
      identity: 'f',
      headline: 'F',
      language: 'en',
      publishedAt: at('2022-07-22T02:00:00Z'),
      updatedAt: at('2022-07-23T00:00:00Z'),
      subjects: filedUnder('football', 'sea-games-31'),
    },
  );
});

afterAll(() => desk.close());

const at = (text: string): Date => new Date(text);

function picture(url: string) {
  return {
    kind: 'picture' as const,
    url,
    mimeType: 'image/jpeg',
    width: 800,
    height: 450,
    durationSeconds: null,
    alt: 'Alt',
    caption: null,
    credit: null,
  };
}

async function headlines(filter: string, more = ''): Promise<string> {
  const { articles } = await desk.ask(`{ articles(filter: { ${filter} } ${more}) { nodes { headline } totalCount } }`);
  const found = articles.nodes.map((node: { headline: string }) => node.headline).join('');
  expect(articles.totalCount).toBe(found.length);
  return found;
}

describe('articles are found', () => {
  test.each([
    ['all of them, newest first', '', 'FEDCBA'],
    ['by topic, with its descendants', 'topics: { any: ["politics"] }', 'DBA'],
    ['by topic, without its descendants', 'topics: { any: ["foreign-relations"], exact: true }', 'B'],
    ['by one of several topics, each once', 'topics: { any: ["asean", "football", "sport"] }', 'FDA'],
    ['by several topics together', 'topics: { all: ["football", "politics"] }', 'D'],
    ['without a topic', 'topics: { none: ["sport"] }', 'ECBA'],
    ['by event', 'events: { any: ["vietnam-laos-2022"] }', 'EA'],
    ['by event and language', 'events: { any: ["vietnam-laos-2022"] }, languages: ["lo"]', 'E'],
    ['by source', 'sources: { any: ["wire"] }', 'FED'],
    ['by country, whatever the case of its code', 'countries: { any: ["la"] }', 'C'],
    ['by language, in its narrower forms too', 'languages: ["zh"]', 'C'],
    ['by several languages', 'languages: ["zh-Hans", "vi"]', 'CBA'],
    ['by several topics and languages', 'topics: { any: ["asean", "football"] }, languages: ["en", "vi"]', 'FDA'],
    ['by a language that nothing is written in', 'languages: ["fr"]', ''],
    ['by a day in UTC', 'published: { on: "2022-07-18" }', 'BA'],
    ['by a day in Hà Nội', 'published: { on: "2022-07-19", timeZone: "Asia/Ho_Chi_Minh" }', 'CB'],
    ['from a day on, until before another', 'published: { from: "2022-07-19", to: "2022-07-21" }', 'DC'],
    ['from a moment with an offset', 'published: { from: "2022-07-21T09:00:00+07:00" }', 'FE'],
    ['of the last days', 'published: { last: "P11D" }', 'FE'],
    ['by when they were changed', 'updated: { from: "2022-07-25" }', 'E'],
    ['by having a picture', 'hasMedia: [PICTURE]', 'E'],
    ['by having a video', 'hasMedia: [VIDEO, AUDIO]', ''],
    [
      'by topic, source, language and date together',
      'topics: { any: ["sport"] }, sources: { any: ["wire"] }, languages: ["en"], published: { from: "2022-07-21" }',
      'F',
    ],
  ])('%s', async (_title, filter, expected) => {
    expect(await headlines(filter)).toBe(expected);
  });

  test.each([
    ['oldest first', 'OLDEST', 'ABCDEF'],
    ['last changed first', 'RECENTLY_UPDATED', 'EFDCBA'],
  ])('%s', async (_title, order, expected) => {
    expect(await headlines('', `orderBy: ${order}`)).toBe(expected);
    expect(await headlines('topics: { any: ["politics", "sport"] }', `orderBy: ${order}`)).toBe(
      expected.replace(/[CE]/g, ''),
    );
  });
});

describe('a topic, an event and a source list their articles', () => {
  test('each its own, narrowed by a filter', async () => {
    const data = await desk.ask(`{
      topic(slug: "politics") { articles(filter: { languages: ["vi"] }) { nodes { headline } totalCount } }
      event(slug: "vietnam-laos-2022") { articles(orderBy: OLDEST) { nodes { headline } totalCount } }
      source(slug: "wire") { articles(last: 1) { nodes { headline } totalCount } }
    }`);
    expect(data).toEqual({
      topic: { articles: { nodes: [{ headline: 'B' }, { headline: 'A' }], totalCount: 2 } },
      event: { articles: { nodes: [{ headline: 'A' }, { headline: 'E' }], totalCount: 2 } },
      source: { articles: { nodes: [{ headline: 'D' }], totalCount: 3 } },
    });
  });

  test('in several languages at once', async () => {
    const { topic } = await desk.ask(
      '{ topic(slug: "politics") { articles(filter: { languages: ["vi", "en"] }, first: 2) { nodes { headline } pageInfo { hasNextPage } } } }',
    );
    expect(topic.articles).toEqual({ nodes: [{ headline: 'D' }, { headline: 'B' }], pageInfo: { hasNextPage: true } });
  });
});

describe('the number of statements depends on the shape of a query only', () => {
  test.each([
    [
      'headlines of a topic in a language',
      1,
      '{ articles(filter: { topics: { any: ["politics"] }, languages: ["vi"] }) { nodes { headline } pageInfo { endCursor } } }',
    ],
    [
      'a page with topics, events, source and media',
      1,
      '{ articles { nodes { headline lede topics { name } events { name } source { name } media { url } } } }',
    ],
    ['a page with bodies', 2, '{ articles { nodes { headline body { html } } } }'],
    [
      'twenty topics, each with its newest',
      1,
      '{ topics { nodes { name articles(first: 5) { nodes { headline } } } } }',
    ],
    [
      'topics with their newest and counts',
      2,
      '{ topics { nodes { name articles(first: 5) { nodes { headline } totalCount } } } }',
    ],
    [
      'translations and related articles of a page',
      3,
      '{ articles { nodes { translations { language } story { languages } related { headline } } } }',
    ],
    [
      'related articles of related articles',
      4,
      '{ articles { nodes { related { related { related { headline } } } } } }',
    ],
    ['only a count', 1, '{ articles { totalCount } }'],
    [
      'facets',
      2,
      '{ articles { nodes { headline } facets { topics { count topic { slug } } languages { language count } } } }',
    ],
    [
      'topics with the facets of their articles',
      1,
      '{ topics { nodes { articles { facets { languages { language count } topics { count } } } } } }',
    ],
    [
      'the vocabulary',
      0,
      '{ topics { nodes { ancestors { slug } children { slug } } } events { nodes { topics { slug } } } sources { nodes { slug } } }',
    ],
  ])('%s: %i', async (_title, expected, query) => {
    await desk.ask(query);
    expect(desk.statements).toHaveLength(expected);
  });
});

test('facets count what the list holds, under each topic with its descendants', async () => {
  const { articles } = await desk.ask(`{ articles(filter: { languages: ["en", "vi"] }) { facets {
    topics(first: 3) { count topic { slug } } events { count event { slug } } sources { count source { slug } } languages { count language }
  } } }`);
  expect(articles.facets).toEqual({
    topics: [
      { count: 3, topic: { slug: 'politics' } },
      { count: 3, topic: { slug: 'foreign-relations' } },
      { count: 2, topic: { slug: 'asean' } },
    ],
    events: [
      { count: 1, event: { slug: 'vietnam-laos-2022' } },
      { count: 1, event: { slug: 'sea-games-31' } },
    ],
    sources: [
      { count: 2, source: { slug: 'desk' } },
      { count: 2, source: { slug: 'wire' } },
    ],
    languages: [
      { count: 2, language: 'en' },
      { count: 2, language: 'vi' },
    ],
  });
});

test('topics asked for together each count the facets of their own articles', async () => {
  const fields =
    'facets { topics { count topic { slug } } sources { count source { slug } } languages { count language } }';
  const { topics } = await desk.ask(`{ topics { nodes { slug articles { ${fields} } } } }`);

  for (const { slug, articles } of topics.nodes) {
    const alone = await desk.ask(`{ articles(filter: { topics: { any: ["${slug}"] } }) { ${fields} } }`);
    expect(articles).toEqual(alone.articles);
  }
});
