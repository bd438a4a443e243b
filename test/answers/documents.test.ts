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

test('what is kept is by the language and the address', async () => {
  expect(await read(one, '/', { 'accept-language': 'vi' })).toContain('<html lang="vi"');
  expect(await read(one, '/', { 'accept-language': 'en' })).toContain('<html lang="en"');
  expect(await read(one, '/', { 'accept-language': 'vi' })).toContain('<html lang="vi"');
});

/** A partner of a name, with a key in the headers that it asks with. */
async function partnerWithKey(slug: string): Promise<{ id: number; headers: Record<string, string> }> {
  const { id } = await createPartner(desk.db, { slug, name: slug });
  const { text } = await createKey(desk.db, { partnerId: id, label: 'test', scopes: ['read'] }, desk.now);
  return { id, headers: { authorization: `Bearer ${text}` } };
}

test('a partner is charged for what comes from memory as for what is made', async () => {
  const { headers } = await partnerWithKey('paper');
  const left = async (): Promise<number> => {
    const answer = await fetch(`${one.url}/feeds.rss?limit=5`, { headers });
    expect(answer.status).toBe(200);
    return Number(/"day";r=(\d+)/.exec(answer.headers.get('ratelimit') ?? '')?.[1]);
  };
  const first = await left();
  expect(await articleReads(left)).toBe(0);
  const third = await left();
  expect((first - third) % 2).toBe(0);
  expect(first - third).toBeGreaterThan(0);
  expect(await left()).toBe(third - (first - third) / 2);
});

test('a partner whose quota is spent is refused what is in memory too', async () => {
  const { id, headers } = await partnerWithKey('poor');
  await read(one, '/feeds.rss?limit=3', headers);
  await desk.db.query('update partner set cost_per_minute = 1 where id = $1', [id]);
  const refused = await fetch(`${one.url}/feeds.rss?limit=3`, { headers });
  expect([refused.status, refused.headers.get('etag')]).toEqual([429, null]);
});

test('nobody is given what was kept for another: visitors, partners with the same licences, keys that are revoked', async () => {
  const [ours, theirs] = [await partnerWithKey('ours'), await partnerWithKey('theirs')];
  const names = { en: 'Ours alone' };
  await desk.dataSource.transaction(db =>
    storeFeed(db, { partnerId: ours.id, slug: 'own', names, descriptions: {}, filter: {} }, desk.now),
  );
  expect(await read(one, '/feeds/own.rss', ours.headers)).toContain('Ours alone');
  expect(await articleReads(() => read(one, '/feeds/own.rss', ours.headers))).toBe(0);
  expect((await fetch(`${one.url}/feeds/own.rss`, { headers: theirs.headers })).status).toBe(404);
  expect((await fetch(`${one.url}/feeds/own.rss`)).status).toBe(404);
  await desk.db.query('update api_key set revoked_at = now() where partner_id = $1', [ours.id]);
  expect((await fetch(`${one.url}/feeds/own.rss`, { headers: ours.headers })).status).toBe(401);
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

test('what is of the time of asking is made anew after a minute, and everything else after ten', async () => {
  const later = (milliseconds: number): void => void (desk.now = new Date(desk.now.getTime() + milliseconds));
  const paths = ['/feeds.rss?limit=7', '/feeds.rss?limit=7&last=P7D', '/feeds.atom?limit=7', '/topics/sport'];
  const madeAnew = async (): Promise<boolean[]> => {
    const made: boolean[] = [];
    for (const path of paths) made.push((await articleReads(() => read(one, path))) > 0);
    return made;
  };
  await madeAnew();
  expect(await madeAnew()).toEqual([false, false, false, false]);
  later(61_000);
  expect(await madeAnew()).toEqual([false, true, true, true]);
  later(600_000);
  expect(await madeAnew()).toEqual([true, true, true, true]);
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
