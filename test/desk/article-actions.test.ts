import { recordDueChanges } from '../../src/changes/record-due-changes.js';
import { partnerWithKey } from '../support/desk-keys.js';
import { serveDesk } from '../support/desk-server.js';
import { type Desk, filedUnder, grantPublicly, openDesk } from '../support/desk.js';
import type { SampleServer } from '../support/sample-server.js';

let desk: Desk;
let servers: SampleServer[];
let editor: Record<string, string>;
let mirror: Record<string, string>;
let after: string | null;

beforeAll(async () => {
  desk = await openDesk();
  servers = [await serveDesk(desk), await serveDesk(desk)];
  editor = (await partnerWithKey(desk, 'editors', ['desk'])).headers;
  mirror = (await partnerWithKey(desk, 'lao-daily', ['read'])).headers;
});

afterAll(async () => {
  for (const { app } of servers) await app.close();
  await desk.close();
});

beforeEach(async () => {
  after = null;
  await told();
});

const ARTICLE = `article { id version headline lede language bylines countries body { html } media { url }
  topics { slug } events { slug } source { slug } usage { underEmbargo embargoedUntil } translations { id } } version changed`;

/** Sends a mutation of an article as the desk. */
async function act(name: string, input: object, server = servers[0]!): Promise<any> {
  const type = `${name[0]!.toUpperCase()}${name.slice(1)}Input`;
  const query = `mutation ($input: ${type}!) { ${name}(input: $input) { ${ARTICLE} } }`;
  const { data, errors } = await server.ask({ query, variables: { input } }, editor);
  return errors[0] ? errors[0].extensions : data?.[name];
}

/** What a partner hears since it last asked. */
async function told(): Promise<{ kind: string; articleId: string; changedFields: string[] }[]> {
  const query = `query ($after: String) { changes(after: $after, first: 500) {
    nodes { kind articleId changedFields } pageInfo { endCursor } } }`;
  const { data, errors }: any = await servers[1]!.ask({ query, variables: { after } }, mirror);
  expect(errors).toEqual([]);
  after = data.changes.pageInfo.endCursor;
  return data.changes.nodes;
}

const NEWS = {
  source: 'desk',
  language: 'vi',
  headline: 'Khai mạc hội nghị',
  lede: 'Sáng nay.',
  html: '<p>Văn bản.<script>alert(1)</script></p>',
  topics: ['asean', 'football'],
  events: ['sea-games-31'],
  countries: ['LA'],
  bylines: ['Lan'],
  media: [{ kind: 'PICTURE', url: 'https://desk.example/a.jpg', caption: 'A' }],
};

const HOUR = 3_600_000;
const inHours = (hours: number): string => new Date(desk.now.getTime() + hours * HOUR).toISOString();

test('an article that the desk publishes is cleaned, filed as the desk says, and told to partners', async () => {
  const { article, version, changed } = await act('publishArticle', NEWS);

  expect({ version, changed }).toEqual({ version: 1, changed: true });
  expect(article).toMatchObject({
    headline: 'Khai mạc hội nghị',
    body: { html: expect.not.stringContaining('script') },
    topics: [{ slug: 'asean' }, { slug: 'football' }],
    events: [{ slug: 'sea-games-31' }],
    countries: ['LA'],
    source: { slug: 'desk' },
    media: [{ url: 'https://desk.example/a.jpg' }],
  });
  expect(await told()).toEqual([{ kind: 'ENTERED', articleId: article.id, changedFields: expect.anything() }]);
});

test('without topics of its own, an article of the desk is filed by its words', async () => {
  const { article } = await act('publishArticle', { source: 'wire', language: 'en', headline: 'SEA Games 31 opens' });
  expect(article.events).toEqual([{ slug: 'sea-games-31' }]);
});

test('a translation shares the story of the article it is of, also of another source', async () => {
  const { article } = await act('publishArticle', NEWS);
  const translation = await act('publishArticle', {
    source: 'wire',
    language: 'en',
    headline: 'Conference opens',
    translationOf: article.id,
  });
  expect(translation.article.translations).toEqual([{ id: article.id }]);

  expect(await act('publishArticle', { ...NEWS, translationOf: 'art_nothing' })).toMatchObject({
    code: 'BAD_USER_INPUT',
    argument: 'input.translationOf',
  });
});

test('the same client key at the same time on two processes publishes one article', async () => {
  const input = { ...NEWS, clientKey: 'publish-once' };
  const answers = await Promise.all([0, 1, 2, 3].map(number => act('publishArticle', input, servers[number % 2])));
  const ids = new Set(answers.map(({ article }) => article.id));

  expect(ids.size).toBe(1);
  expect(await told()).toHaveLength(1);
  const again = await act('publishArticle', input);
  expect(ids).toContain(again.article.id);
  expect(await told()).toEqual([]);
});

test('an update changes what it says, keeps the rest, and makes no version of nothing', async () => {
  const { article } = await act('publishArticle', NEWS);
  await told();
  const updated = await act('updateArticle', { article: article.id, headline: 'Bế mạc hội nghị', topics: ['sport'] });

  expect(updated).toMatchObject({ version: 2, changed: true });
  expect(updated.article).toMatchObject({
    ...article,
    version: 2,
    headline: 'Bế mạc hội nghị',
    topics: [{ slug: 'sport' }],
  });
  expect(await told()).toMatchObject([{ kind: 'UPDATED', articleId: article.id }]);

  const same = await act('updateArticle', { article: article.id, headline: 'Bế mạc hội nghị', bylines: ['Lan'] });
  expect(same).toMatchObject({ version: 2, changed: false });
  expect(await told()).toEqual([]);
});

test('an update of another version than the one expected is refused, and told the one there is', async () => {
  const { article } = await act('publishArticle', NEWS);
  const { id } = article;
  const updates = ['Một', 'Hai'].map((headline, place) =>
    act('updateArticle', { article: id, expectedVersion: 1, headline }, servers[place]),
  );
  const answers = await Promise.all(updates);

  expect(answers.filter(({ changed }) => changed)).toHaveLength(1);
  expect(answers.filter(({ code }) => code)).toEqual([{ code: 'CONFLICT', argument: 'expectedVersion', version: 2 }]);
});

test('an embargo that is set takes the article from partners, and lifted gives it back; the desk reads it all along', async () => {
  const { article } = await act('publishArticle', NEWS);
  const { id } = article;
  await told();
  const set = await act('setEmbargo', { article: id, until: inHours(2) });
  expect(set.article.usage).toEqual({ underEmbargo: true, embargoedUntil: inHours(2) });
  expect(await told()).toMatchObject([{ kind: 'LEFT', articleId: id }]);

  await act('setEmbargo', { article: id, until: null });
  expect(await told()).toMatchObject([{ kind: 'ENTERED', articleId: id }]);
  expect(await act('setEmbargo', { article: id, until: inHours(1), withoutEnd: true })).toMatchObject({
    code: 'BAD_USER_INPUT',
  });
  await act('setEmbargo', { article: id, withoutEnd: true });
  expect(await told()).toMatchObject([{ kind: 'LEFT', articleId: id }]);
});

test('an embargo of the desk ends by itself, and so does what expires', async () => {
  const began = desk.now;
  const { article } = await act('publishArticle', { ...NEWS, embargoedUntil: inHours(1), expiresAt: inHours(3) });
  expect(await told()).toEqual([]);

  desk.now = new Date(began.getTime() + 2 * HOUR);
  await recordDueChanges(desk.dataSource, desk.now);
  expect(await told()).toMatchObject([{ kind: 'ENTERED', articleId: article.id }]);
  const put = await act('setExpiry', { article: article.id, at: inHours(2) });
  expect(put.version).toBe(2);
  await told();

  desk.now = new Date(began.getTime() + 3.5 * HOUR);
  await recordDueChanges(desk.dataSource, desk.now);
  expect(await told()).toEqual([]);
  desk.now = new Date(began.getTime() + 5 * HOUR);
  await recordDueChanges(desk.dataSource, desk.now);
  expect(await told()).toMatchObject([{ kind: 'EXPIRED', articleId: article.id }]);

  const back = await act('setExpiry', { article: article.id, at: null });
  expect(back.article.id).toBe(article.id);
  expect(await told()).toMatchObject([{ kind: 'ENTERED', articleId: article.id }]);
  desk.now = began;
});

test('terms are added, taken away and replaced; what is not there is refused by name', async () => {
  const { article } = await act('publishArticle', NEWS);
  const file = (filing: object): Promise<any> => act('fileArticle', { article: article.id, ...filing });

  const added = await file({
    topics: { add: ['politics', 'asean'], remove: ['football'] },
    countries: { add: ['VN'] },
  });
  expect(added.article).toMatchObject({ topics: [{ slug: 'asean' }, { slug: 'politics' }], countries: ['LA', 'VN'] });
  const replaced = await file({ topics: { replace: ['sport'] }, events: { replace: [] } });
  expect(replaced.article).toMatchObject({ topics: [{ slug: 'sport' }], events: [], countries: ['LA', 'VN'] });

  expect(await file({ topics: { add: ['nowhere'] } })).toMatchObject({ argument: 'input.topics.add' });
  expect(await file({ topics: { replace: [], add: ['sport'] } })).toMatchObject({ argument: 'input.topics' });
  const listed = await desk.ask(
    '{ articles(filter: { topics: { any: ["sport"] }, events: { none: ["sea-games-31"] } }) { nodes { id } } }',
  );
  expect(listed.articles.nodes).toContainEqual({ id: article.id });
});

test('what the desk decides about an article of a source stays when the source sends it again, the same or anew', async () => {
  const item = { identity: 'polled', headline: 'Tin nguồn', subjects: filedUnder('asean') };
  await desk.take('desk', item);
  const { articleId } = (await told())[0]!;
  await act('setEmbargo', { article: articleId, until: inHours(4) });
  await act('setExpiry', { article: articleId, at: inHours(9) });
  await act('fileArticle', { article: articleId, topics: { replace: ['football'] } });
  await act('updateArticle', { article: articleId, headline: 'Tin của ban' });
  await told();

  expect(await desk.take('desk', item)).toMatchObject([{ result: 'unchanged' }]);
  const same = await act('updateArticle', { article: articleId });
  expect(same.article).toMatchObject({ headline: 'Tin của ban', version: 5 });

  const anew = { ...item, headline: 'Tin nguồn mới', embargoedUntil: null, expiresAt: null };
  expect(await desk.take('desk', anew)).toMatchObject([{ result: 'updated' }]);
  const { article } = await act('updateArticle', { article: articleId });
  expect(article).toMatchObject({
    headline: 'Tin nguồn mới',
    version: 6,
    topics: [{ slug: 'football' }],
    usage: { underEmbargo: true, embargoedUntil: inHours(4) },
  });
  expect(await told()).toEqual([]);
});

test('a withdrawn article is not changed', async () => {
  const { article } = await act('publishArticle', NEWS);
  await desk.db.query(`update article set status = 'withdrawn' where headline = $1`, [article.headline]);
  expect(await act('setEmbargo', { article: article.id, until: null })).toMatchObject({ code: 'CONFLICT', version: 1 });
  expect(await act('setExpiry', { article: 'top_1' })).toMatchObject({ code: 'BAD_USER_INPUT' });
});

test('a licence with access to embargoes hears of one as an update', async () => {
  const early = await partnerWithKey(desk, 'early', ['read']);
  await grantPublicly(desk.db, { partnerId: early.partnerId, embargoAccess: true });
  const { article } = await act('publishArticle', { ...NEWS, embargoedUntil: inHours(1) });
  const { data } = await servers[0]!.ask({ query: `{ article(id: "${article.id}") { id } }` }, early.headers);
  expect(data).toEqual({ article: { id: article.id } });
});
