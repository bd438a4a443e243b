import { type Desk, filedUnder, incoming, openDesk } from '../../support/desk.js';
import type { IncomingArticle } from '../../../src/ingest/incoming.js';

let desk: Desk;

beforeEach(async () => {
  desk = await openDesk();
});

afterEach(() => desk.close());

async function results(...articles: Partial<IncomingArticle>[]): Promise<string[]> {
  return (await desk.take('desk', ...articles)).map(({ result }) => result);
}

async function stored(): Promise<any[]> {
  const { articles } = await desk.ask(`{ articles(orderBy: OLDEST) { nodes {
    id headline lede version status publishedAt updatedAt language credit url bylines countries
    body { html text wordCount } topics { slug } events { slug } media { id url kind alt } story { id languages }
  } } }`);
  return articles.nodes;
}

async function changes(): Promise<{ revision: number; kind: string; version: number }[]> {
  return desk.db.query('select revision, kind, version from change where article_id is not null order by revision');
}

describe('an item seen again', () => {
  const item = { identity: 'urn:1', headline: 'Một', bodyHtml: '<p>Văn bản <b>đầu</b> tiên.</p>' };

  test('as it was changes nothing', async () => {
    expect(await results(item)).toEqual(['stored']);
    desk.statements.length = 0;
    expect(await results(item)).toEqual(['unchanged']);
    // The lock of the source, and what is held of it.
    const asked = desk.statements.filter(statement =>
      /article_origin|nextval|insert|update|delete|advisory/i.test(statement),
    );
    expect(asked).toHaveLength(2);
    expect(await changes()).toHaveLength(1);
  });

  test('with other content is the next version of the same article, and the former one is kept', async () => {
    await results(item);
    const [before] = await stored();
    desk.now = new Date('2022-08-02T00:00:00Z');
    expect(await results({ ...item, headline: 'Hai' })).toEqual(['updated']);

    const after = await stored();
    expect(after).toHaveLength(1);
    expect(after[0]).toMatchObject({
      id: before.id,
      headline: 'Hai',
      version: 2,
      updatedAt: desk.now.toISOString(),
      publishedAt: before.publishedAt,
    });
    expect((await changes()).map(({ kind, version }) => `${kind} ${version}`)).toEqual(['published 1', 'updated 2']);
    const [kept] = await desk.db.query('select version, content, replaced_at from article_version');
    expect(kept).toMatchObject({
      version: 1,
      content: { headline: 'Một', html: '<p>Văn bản <b>đầu</b> tiên.</p>' },
      replaced_at: desk.now,
    });
  });

  test('under other topics, in another language, at another date is found there and no more where it was', async () => {
    await results({
      ...item,
      subjects: filedUnder('asean', 'sea-games-31', 'LA'),
      publishedAt: new Date('2022-01-01T00:00:00Z'),
    });
    await results({
      ...item,
      subjects: filedUnder('football'),
      language: 'en',
      publishedAt: new Date('2022-02-01T00:00:00Z'),
    });
    const count = async (filter: string): Promise<number> =>
      (await desk.ask(`{ articles(filter: { ${filter} }) { totalCount nodes { id } } }`)).articles.nodes.length;

    expect(await count('topics: { any: ["politics"] }')).toBe(0);
    expect(await count('events: { any: ["sea-games-31"] }')).toBe(0);
    expect(await count('topics: { any: ["sport"] }, languages: ["en"], published: { on: "2022-02-01" }')).toBe(1);
    expect(await desk.db.query('select count(*) as count from article_topic')).toEqual([{ count: 2 }]);
    expect(await desk.db.query('select count(*) as count from article_event')).toEqual([{ count: 0 }]);
  });

  test('without a date keeps the date that it was given the first time', async () => {
    const [first] = await desk.take('desk', { ...item, publishedAt: null, unreadableDate: 'hôm qua' });
    expect(first!.notes).toEqual(['Its date "hôm qua" cannot be read: the time of ingest stands in.']);
    const then = desk.now;
    desk.now = new Date('2022-09-09T00:00:00Z');
    await results({ ...item, publishedAt: null, unreadableDate: 'hôm qua', headline: 'Hai' });
    expect(await stored()).toMatchObject([{ headline: 'Hai', publishedAt: then.toISOString(), version: 2 }]);
  });

  test('by another source is another article', async () => {
    await results(item);
    await desk.take('wire', { ...item, language: 'en' });
    expect(await stored()).toHaveLength(2);
  });

  test('keeps the identity of a picture that stays', async () => {
    const picture = (url: string) => ({
      kind: 'picture' as const,
      url,
      mimeType: null,
      width: null,
      height: null,
      durationSeconds: null,
      alt: null,
      caption: null,
      credit: null,
    });
    await results({ ...item, media: [picture('https://a.example/1.jpg'), picture('https://a.example/2.jpg')] });
    const [before] = await stored();
    await results({ ...item, media: [picture('https://a.example/3.jpg'), picture('https://a.example/1.jpg')] });
    const [after] = await stored();
    expect(after.media[1].id).toBe(before.media[0].id);
    expect(new Set([...before.media, ...after.media].map(({ id }: { id: string }) => id)).size).toBe(3);
  });
});

describe('identity', () => {
  test('is the link where an item has no id, and what it says where it has neither', async () => {
    expect(await results({ url: 'https://a.example/1' }, { url: 'https://a.example/2' })).toEqual(['stored', 'stored']);
    expect(await results({ url: 'https://a.example/1', headline: 'Mới' })).toEqual(['updated']);
    expect(await results({ headline: 'Không tên' }, { headline: 'Không tên khác' })).toEqual(['stored', 'stored']);
    expect(await results({ headline: 'Không tên' })).toEqual(['unchanged']);
  });

  test('twice in one feed is one article: the one last changed', async () => {
    const [older, newer] = [new Date('2022-01-01T00:00:00Z'), new Date('2022-01-02T00:00:00Z')];
    const batch = [
      { identity: 'x', headline: 'Cũ', updatedAt: older },
      { identity: 'x', headline: 'Mới', updatedAt: newer },
      { identity: 'x', headline: 'Cũ hơn', updatedAt: older },
    ];
    expect(await results(...batch)).toEqual(['unchanged', 'stored', 'unchanged']);
    expect(await stored()).toMatchObject([{ headline: 'Mới' }]);
    expect(await results(...batch)).toEqual(['unchanged', 'unchanged', 'unchanged']);
  });

  test('of any length is known again', async () => {
    const identity = `https://a.example/${'x'.repeat(20_000)}`;
    expect(await results({ identity })).toEqual(['stored']);
    expect(await results({ identity })).toEqual(['unchanged']);
  });
});

describe('one bad item never loses the batch', () => {
  test('an item that says nothing is rejected with a reason, the others are stored', async () => {
    const outcomes = await desk.take(
      'desk',
      { identity: '1' },
      { identity: '2', headline: '', bodyHtml: null },
      { identity: '3' },
    );
    expect(outcomes.map(({ result, reason }) => [result, reason])).toEqual([
      ['stored', null],
      ['rejected', 'It has neither a headline nor text.'],
      ['stored', null],
    ]);
  });

  test('nor does one whose value PostgreSQL will not take', async () => {
    const outcomes = await desk.take(
      'desk',
      ...Array.from({ length: 20 }, (_, place) => ({ identity: `${place}`, urgency: place === 13 ? 1_000_000 : 4 })),
    );
    expect(outcomes.filter(({ result }) => result === 'stored')).toHaveLength(19);
    expect(outcomes[13]).toMatchObject({ result: 'rejected', reason: expect.stringContaining('smallint') });
  });

  test('NUL, lone surrogates and other characters that no database likes are no reason to lose an item', async () => {
    expect(
      await results({ identity: 'a\0b', headline: 'Tin\0 tức \uD800!', bodyHtml: '<p>\0x\uDFFF</p>', lede: '\0' }),
    ).toEqual(['stored']);
    expect((await stored())[0].headline).toBe('Tin tức !');
  });

  test('an item without a language is rejected where its source has several, and guessed where its script says it', async () => {
    const outcomes = await desk.take(
      'wire',
      { identity: '1', headline: 'Plain words', bodyHtml: null },
      { identity: '2', headline: 'ການປະຊຸມສາມັນຂອງອາຊຽນທີ່ນະຄອນຫຼວງວຽງຈັນ', bodyHtml: null },
    );
    expect(outcomes[0]).toMatchObject({ result: 'rejected', reason: expect.stringContaining('language') });
    expect(await stored()).toMatchObject([{ language: 'lo' }]);
  });
});

describe('what a source cancels', () => {
  test('vanishes from every list, and comes back when the source restores it', async () => {
    await results({ identity: 'x' });
    const [outcome] = await desk.take('desk', { identity: 'x', status: 'canceled' });
    expect(outcome).toMatchObject({ result: 'updated', notes: ['Its source has canceled it: it is withdrawn.'] });
    expect(await stored()).toEqual([]);
    expect(await results({ identity: 'x', status: 'canceled' })).toEqual(['unchanged']);
    expect(await results({ identity: 'x' })).toEqual(['updated']);
    expect(await stored()).toHaveLength(1);
    expect((await changes()).map(({ kind }) => kind)).toEqual(['published', 'withdrawn', 'restored']);
  });

  test('before it was ever stored is rejected', async () => {
    expect(await desk.take('desk', { identity: 'x', status: 'canceled' })).toMatchObject([
      { result: 'rejected', reason: expect.stringContaining('never stored') },
    ]);
  });
});

test.each([
  ['embargoed', { embargoedUntil: new Date('2022-08-02T00:00:00Z') }, { embargoedUntil: null }],
  ['embargoed without an end', { embargoedUntil: 'forever' as const }, { embargoedUntil: null }],
  ['withheld', { status: 'withheld' as const }, { status: 'usable' as const }],
  ['expired', { expiresAt: new Date('2022-07-31T00:00:00Z') }, { expiresAt: new Date('2022-09-30T00:00:00Z') }],
])('what is %s is stored and not shown', async (_title, hidden, shown) => {
  expect(await results({ identity: 'x', ...hidden })).toEqual(['stored']);
  expect(await stored()).toEqual([]);
  await results({ identity: 'x', ...shown });
  expect(await stored()).toHaveLength(1);
});

test('an embargo is over at its time, by the clock of the gateway', async () => {
  await results({ identity: 'x', embargoedUntil: new Date('2022-08-02T00:00:00Z') });
  desk.now = new Date('2022-08-02T00:00:00Z');
  expect(await stored()).toHaveLength(1);
});

test('translations share a story, also when they come later', async () => {
  await results({ identity: 'vi', storyIdentity: 's', language: 'vi' });
  await results({ identity: 'lo', storyIdentity: 's', language: 'lo' }, { identity: 'other', language: 'vi' });
  const articles = await stored();
  expect(articles[0].story).toEqual(articles[1].story);
  expect(articles[0].story.languages).toEqual(['lo', 'vi']);
  expect(articles[2].story.languages).toEqual(['vi']);
});

test('sixteen writers at once leave every item once, and a log without a gap', async () => {
  const batches = Array.from({ length: 16 }, (_, writer) =>
    Array.from({ length: 10 }, (__, place) => ({
      identity: `item ${(writer + place) % 20}`,
      headline: `Tin ${(writer + place) % 20}`,
    })),
  );
  await Promise.all(
    batches.map((batch, writer) =>
      desk.take(writer % 2 === 0 ? 'desk' : 'wire', ...batch.map(item => ({ ...item, language: 'vi' }))),
    ),
  );

  const [{ articles, lowest, highest, count }] = await desk.db.query(
    'select (select count(*) from article) as articles, min(revision) as lowest, max(revision) as highest, count(*) as count from change',
  );
  expect(articles).toBe(40);
  expect([lowest, highest]).toEqual([1, count]);
});

test('what an article is made from is clean: relative links absolute, scripts gone, words counted', async () => {
  await results(
    incoming({
      identity: 'x',
      lede: '  Dòng \n mở  đầu ',
      bodyHtml: '<p onclick="x()">Một <a href="/tin">hai</a></p><script>alert(1)</script><p>ba</p>',
      baseUrl: 'https://a.example/b/',
      bylines: [' Lan  Hương ', ''],
    }),
  );
  expect((await stored())[0]).toMatchObject({
    lede: 'Dòng mở đầu',
    bylines: ['Lan Hương'],
    credit: 'The Desk',
    body: { html: '<p>Một <a href="https://a.example/tin">hai</a></p>\n<p>ba</p>', text: 'Một hai\nba', wordCount: 3 },
  });
});

test.each([
  ['in one feed', [['urn:o', 'urn:t']]],
  ['the original first', [['urn:o'], ['urn:t']]],
  ['the translation first', [['urn:t'], ['urn:o']]],
])('a translation that names its original by its id shares its story: %s', async (_title, feeds) => {
  const items: Record<string, Partial<IncomingArticle>> = {
    'urn:o': { identity: 'urn:o', language: 'vi' },
    'urn:t': { identity: 'urn:t', storyIdentity: 'urn:o', language: 'lo' },
  };
  for (const feed of feeds) await results(...feed.map(name => items[name]!));
  for (const { story } of await stored()) expect(story.languages).toEqual(['lo', 'vi']);
  expect(await results(items['urn:o']!, items['urn:t']!)).toEqual(['unchanged', 'unchanged']);
});
