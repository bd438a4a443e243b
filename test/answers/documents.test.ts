import { storeFeed } from '../../src/changes/store-feed.js';
import { createKey } from '../../src/partners/create-key.js';
import { createPartner } from '../../src/partners/create-partner.js';
import { type AnswersServer, serveWithAnswers } from '../support/answers-desk.js';
import { type Desk, filedUnder, openDesk } from '../support/desk.js';

let desk: Desk;
let one: AnswersServer;
let other: AnswersServer;

beforeAll(async () => {
  desk = await openDesk();
  desk.now = new Date(Date.now() + 60_000); // After whatever the vocabulary was stored at.
  await desk.take('desk', { identity: 'first', headline: 'Tin đầu', subjects: filedUnder('asean'), language: 'vi' });
  one = await serveWithAnswers(desk);
  other = await serveWithAnswers(desk);
});

afterAll(async () => {
  await one?.close();
  await other?.close();
  await desk?.close();
});

const read = async (server: AnswersServer, path: string, headers: Record<string, string> = {}): Promise<string> => {
  const answer = await fetch(server.url + path, { headers });
  expect(answer.status).toBe(200);
  return answer.text();
};

/** Statements that read articles while something is asked for. */
async function articleReads(ask: () => Promise<unknown>): Promise<number> {
  desk.statements.length = 0;
  await ask();
  return desk.statements.filter(statement => /\bfrom (article|\()/.test(statement) && statement.includes('headline'))
    .length;
}

test.each([
  '/feeds.rss',
  '/feeds.atom?topic=asean',
  '/feeds.json?q=tin',
  '/topics/asean',
  '/embed?topic=asean',
  '/news-sitemap.xml',
])(
  '%s is made once for all visitors while nothing changes, and anew by each process when something has',
  async path => {
    expect(await articleReads(() => read(one, path))).toBeGreaterThan(0);
    const before = await read(one, path);
    expect(await articleReads(() => read(one, path))).toBe(0);
    const headline = `Tin ${path} mới`.replaceAll(/[?&/=]/g, ' ');
    for (const server of [one, other]) await read(server, path);

    const publishedAt = new Date(desk.now.getTime() - 1_000);
    await desk.take('desk', { identity: path, headline, publishedAt, subjects: filedUnder('asean'), language: 'vi' });
    for (const server of [one, other]) {
      const after = await read(server, path);
      expect(after).not.toBe(before);
      expect(after).toContain(headline.split(' ')[1]!);
    }
  },
);

test('what is kept is by the language and the address, and never for partners', async () => {
  expect(await read(one, '/', { 'accept-language': 'vi' })).toContain('<html lang="vi"');
  expect(await read(one, '/', { 'accept-language': 'en' })).toContain('<html lang="en"');
  expect(await read(one, '/', { 'accept-language': 'vi' })).toContain('<html lang="vi"');

  const partner = await createPartner(desk.db, { slug: 'paper', name: 'A paper' });
  const { text: authorization } = await createKey(
    desk.db,
    { partnerId: partner.id, label: 'test', scopes: ['read'] },
    desk.now,
  );
  const headers = { authorization: `Bearer ${authorization}` };
  await read(one, '/feeds.rss');
  expect(await articleReads(() => read(one, '/feeds.rss', headers))).toBeGreaterThan(0);
  expect(await articleReads(() => read(one, '/feeds.rss', headers))).toBeGreaterThan(0);
});

test('a saved feed that is changed is another at once, on every process', async () => {
  const keep = (name: string, topic: string) =>
    desk.dataSource.transaction(db =>
      storeFeed(
        db,
        {
          partnerId: null,
          slug: 'kept',
          names: { en: name, vi: name },
          descriptions: {},
          filter: { topics: { any: [topic] } },
        },
        desk.now,
      ),
    );
  await keep('Before', 'asean');
  for (const server of [one, other]) expect(await read(server, '/feeds/kept.rss')).toContain('Before');
  await keep('After', 'sport');
  for (const server of [one, other]) {
    const feed = await read(server, '/feeds/kept.rss');
    expect(feed).toContain('After');
    expect(feed).not.toContain('<item>');
  }
});

test('an embargo that ends lets an article into what was kept', async () => {
  const soon = new Date(desk.now.getTime() + 30_000);
  await desk.take('desk', { identity: 'early', headline: 'Sớm', subjects: filedUnder('asean'), embargoedUntil: soon });
  const path = '/feeds.rss?topic=asean&limit=100';
  expect(await read(one, path)).not.toContain('Sớm');
  expect(await articleReads(() => read(one, path))).toBe(0);
  desk.now = soon;
  expect(await read(one, path)).toContain('Sớm');
});
