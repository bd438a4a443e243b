import { parseRssFeed } from 'feedsmith';
import { createKey } from '../../src/partners/create-key.js';
import { createPartner } from '../../src/partners/create-partner.js';
import { revokeKey } from '../../src/partners/revoke-key.js';
import type { Scope } from '../../src/partners/scope.js';
import { resumePartner, suspendPartner } from '../../src/partners/suspend-partner.js';
import { type Desk, filedUnder, grantPublicly, openDesk } from '../support/desk.js';
import { type QuotaServer, serveWithQuotas } from '../support/quota-desk.js';

let desk: Desk;
/** Two processes on one database. */
let servers: QuotaServer[];
let partnerId: number;
let headers: Record<string, string>;
let prefix: string;

beforeAll(async () => {
  desk = await openDesk();
  servers = [await serveWithQuotas(desk), await serveWithQuotas(desk)];
  ({ id: partnerId } = await createPartner(desk.db, { slug: 'lao-daily', name: 'Lao Daily' }));
  ({ headers, prefix } = await newKey(['read', 'desk', 'admin']));
  await desk.db.query('truncate licence');
  await grantPublicly(desk.db, { text: false, media: false, filter: { topics: { any: ['football'] } } });
  await grantPublicly(desk.db, { partnerId, text: true, filter: { topics: { any: ['politics'] } } });
  await desk.take(
    'desk',
    { identity: 'a', headline: 'ASEAN họp', subjects: filedUnder('asean'), bodyHtml: '<p>Nguyên văn.</p>' },
    { identity: 'b', headline: 'Đối ngoại', subjects: filedUnder('foreign-relations') },
    { identity: 'c', headline: 'Bóng đá', subjects: filedUnder('football') },
    { identity: 'd', headline: 'Nhạc', subjects: [] },
    {
      identity: 'e',
      headline: 'Chưa đến giờ',
      subjects: filedUnder('asean'),
      embargoedUntil: new Date('2023-01-01T00:00:00Z'),
    },
  );
  await ask(SAVE, { slug: 'own', titles: [{ language: 'en', text: 'Own' }], filter: { topics: { any: ['asean'] } } });
});

afterAll(async () => {
  for (const server of servers) await server.close();
  await desk.close();
});

async function newKey(scopes: Scope[]): Promise<{ headers: Record<string, string>; prefix: string }> {
  const { text, key } = await createKey(desk.db, { partnerId, label: 'key', scopes }, desk.now);
  return { headers: { authorization: `Bearer ${text}` }, prefix: key.prefix };
}

async function ask(query: string, input?: object, as = headers): Promise<any> {
  const { data, errors } = await servers[0]!.ask({ query, variables: { input } }, as);
  if (errors.length > 0) throw Object.assign(new Error(errors[0]!.message), errors[0]!.extensions);
  return data;
}

const SAVE = 'mutation ($input: SaveFeedInput!) { saveFeed(input: $input) { feed { slug } } }';
const CREATE = `mutation ($input: CreateFeedTokenInput!) { createFeedToken(input: $input) {
  text links { rss json } token { prefix label key filter revokedAt feed { slug } }
} }`;
const REVOKE = 'mutation ($input: FeedTokenInput!) { revokeFeedToken(input: $input) { token { prefix revokedAt } } }';

interface Made {
  text: string;
  links: { rss: string; json: string };
  token: { prefix: string };
}

const make = async (input: object, as = headers): Promise<Made> =>
  (await ask(CREATE, { label: 'reader', ...input }, as)).createFeedToken;
const revoke = (token: string, as = headers): Promise<any> => ask(REVOKE, { prefix: token }, as);

const get = (address: string, server = servers[0]!, sent: Record<string, string> = {}): Promise<Response> =>
  fetch(server.url + address.replace(/^https?:\/\/[^/]+/, ''), { headers: sent });
const titlesOf = async (address: string): Promise<(string | undefined)[]> =>
  (parseRssFeed(await (await get(address)).text()).items ?? []).map(({ title }) => title);

async function expectRefused(address: string, reason: RegExp, sent: Record<string, string> = {}): Promise<void> {
  for (const server of servers) {
    const answer = await get(address, server, sent);
    expect(answer.status).toBe(401);
    expect(answer.headers.get('content-type')).toMatch(/^application\/problem\+json/);
    expect(answer.headers.get('www-authenticate')).toMatch(/^Bearer /);
    expect(answer.headers.get('cache-control')).toBe('private, no-store');
    expect((await answer.json()).detail).toMatch(reason);
  }
}

test('a token is for one saved feed, as its partner may have it, for nobody else to keep', async () => {
  const { text, links, token } = await make({ feed: 'own' });
  expect(token).toEqual({
    prefix: text.split('_')[1],
    label: 'reader',
    key: prefix,
    filter: null,
    revokedAt: null,
    feed: { slug: 'own' },
  });
  expect(links.rss).toBe(`http://localhost/feeds/own.rss?token=${text}`);
  for (const server of servers) {
    const answer = await get(links.rss, server);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('cache-control')).toMatch(/^private, max-age=/);
    expect(answer.headers.get('referrer-policy')).toBe('no-referrer');
    const body = await answer.text();
    expect(body).toContain('Nguyên văn.');
    expect(body).not.toContain('Chưa đến giờ');
    expect(await (await get(`${links.rss}&texts=false`, server)).text()).not.toContain('Nguyên văn.');
  }
  expect((await get('/feeds/own.rss')).status).toBe(404);
});

test('a token is for one selection, which its address may say again, and not otherwise', async () => {
  const { text, links, token } = await make({
    filter: { topics: { any: ['asean', 'foreign-relations'], exact: false } },
  });
  expect(token).toMatchObject({ filter: '{"topics":{"any":["asean","foreign-relations"]}}', feed: null });
  expect(links.rss).toBe(`http://localhost/feeds.rss?token=${text}`);
  for (const address of [links.rss, `/feeds.rss?topic=foreign-relations,asean&token=${text}`]) {
    expect(new Set(await titlesOf(address))).toEqual(new Set(['ASEAN họp', 'Đối ngoại']));
  }
  for (const other of [
    '/feeds.rss?topic=asean',
    '/feeds.rss?topic=football',
    '/feeds.rss?q=họp',
    '/topics/asean/feed.rss',
  ]) {
    await expectRefused(`${other}${other.includes('?') ? '&' : '?'}token=${text}`, /for another feed/);
  }
  await expectRefused(`/feeds/own.rss?token=${text}`, /for another feed/);
  await expectRefused(`/feeds/none.rss?token=${text}`, /for another feed/);
  await expectRefused(`/feeds.rss?token=${(await make({ feed: 'own' })).text}`, /for another feed/);

  const short = await make({ filter: { topics: { any: ['asean'] } } });
  expect(await titlesOf(`/topics/asean/feed.rss?token=${short.text}`)).toEqual(['ASEAN họp']);
});

test('its feed has only what the partner is licensed to have, and nothing that only its key may see', async () => {
  const all = await make({ filter: {} });
  // A key of the desk reads everything; a token of it does not.
  expect((await ask('{ articles { totalCount } }')).articles.totalCount).toBe(5);
  expect(new Set(await titlesOf(all.links.rss))).toEqual(new Set(['ASEAN họp', 'Đối ngoại', 'Bóng đá']));
});

test('a feed with a token is paged with it, and its ids do not tell it', async () => {
  const { links, text } = await make({ filter: { topics: { any: ['politics'] } } });
  const first = await (await get(`${links.json}&limit=1`)).json();
  const second = await (await get(first.next_url)).json();
  expect(new Set([...first.items, ...second.items].map(({ title }) => title))).toEqual(
    new Set(['ASEAN họp', 'Đối ngoại']),
  );
  const atom = await (await get(links.json.replace('.json', '.atom'))).text();
  expect(atom).toMatch(/<id>tag:127\.0\.0\.1,2026:feed\/feeds<\/id>/);
  expect(JSON.stringify([...first.items, ...second.items])).not.toContain(text);
});

test('a token that is revoked is refused at once, on the other process too', async () => {
  const { links, token } = await make({ feed: 'own' });
  for (const server of servers) expect((await get(links.rss, server)).status).toBe(200);
  expect((await revoke(token.prefix)).revokeFeedToken.token.revokedAt).not.toBeNull();
  await expectRefused(links.rss, /revoked/);
});

test('a token ends with its key, with its feed, and for as long as its partner is suspended', async () => {
  const key = await newKey(['read']);
  const { links } = await make({ feed: 'own' }, key.headers);
  await suspendPartner(desk.db, 'lao-daily', desk.now);
  await expectRefused(links.rss, /suspended/);
  await resumePartner(desk.db, 'lao-daily');
  for (const server of servers) expect((await get(links.rss, server)).status).toBe(200);
  await desk.dataSource.transaction(db => revokeKey(db, key.prefix, desk.now));
  await expectRefused(links.rss, /key of this feed token is revoked/);

  const slug = 'short-lived';
  await ask(SAVE, { slug, titles: [{ language: 'en', text: 'X' }] });
  const made = await make({ feed: slug });
  expect((await get(made.links.rss)).status).toBe(200);
  await ask('mutation ($input: RemoveFeedInput!) { removeFeed(input: $input) { slug } }', { slug });
  await ask(SAVE, { slug, titles: [{ language: 'en', text: 'X' }] });
  await expectRefused(made.links.rss, /no such feed token/);
});

test('a token of a key that has ranges of addresses is taken from there alone', async () => {
  const wanted = { partnerId, label: 'key', scopes: ['read' as const], addressRanges: ['127.0.0.0/8'] };
  const { text, key } = await createKey(desk.db, wanted, desk.now);
  const { links } = await make({ feed: 'own' }, { 'x-api-key': text });
  expect((await get(links.rss)).status).toBe(200);
  await desk.db.query(`update api_key set address_ranges = '{203.0.113.0/24}' where id = $1`, [key.id]);
  await expectRefused(links.rss, /not taken from the address/);
});

test.each([
  ['nothing', () => '', /not a whole feed token/],
  ['a token cut short', (text: string) => text.slice(0, -1), /not a whole feed token/],
  ['another secret', (text: string) => tampered(text), /not a whole feed token/],
  ['a token nobody made', () => MADE_UP, /no such feed token/],
  ['its prefix', (text: string) => text.split('_')[1]!, /not a whole feed token/],
])('%s is no token', async (_title, change, reason) => {
  const { text } = await make({ feed: 'own' });
  await expectRefused(`/feeds/own.rss?token=${change(text)}`, reason);
});

const MADE_UP = 'nf_0123456789abcdef_0123456789abcdef0123456789abcdef01234567980f42';

function tampered(text: string): string {
  const last = text.at(-10) === '0' ? '1' : '0';
  return text.slice(0, -10) + last + text.slice(-9);
}

test('a key is no token, and a token is no key, nor sent beside one or another', async () => {
  const { text, links } = await make({ feed: 'own' });
  const key = headers.authorization!.replace('Bearer ', '');
  await expectRefused(`/feeds/own.rss?token=${key}`, /not a whole feed token/);
  await expectRefused(links.rss, /a key and a feed token/, headers);
  expect((await get(`${links.rss}&token=${text}`)).status).toBe(400);
  await expect(ask('{ me { partner { slug } } }', undefined, { 'x-api-key': text })).rejects.toMatchObject({
    code: 'UNAUTHENTICATED',
  });
  expect((await get(`/?token=${text}`)).headers.get('cache-control')).toMatch(/^public/);
  expect((await get(`/topics/asean?token=${text}`)).status).toBe(400);
});

test('a token is shown once, and is nowhere to be read afterwards: not in the log, the audit or the database', async () => {
  const input = { feed: 'own', clientKey: 'make it' };
  const { text, links, token } = await make(input);
  expect(await make(input)).toEqual({ text: null, links: null, token });
  await get(links.rss);
  await get(links.rss.replace('own', 'other'));
  await get(`${links.rss}&topic=asean`);
  await get(`/feeds/own.rdf?token=${text}`);
  await revoke(token.prefix);
  await get(links.rss);

  const secret = text.split('_')[2]!.slice(0, 40);
  const kept = await desk.db.query('select * from audit_entry');
  const tokens = await desk.db.query('select * from feed_token');
  const mine = await ask('{ me { feedTokens { prefix revokedAt lastUsedAt } } }');
  expect(JSON.stringify(kept)).toContain(token.prefix);
  expect(mine.me.feedTokens).toContainEqual({
    prefix: token.prefix,
    revokedAt: desk.now.toISOString(),
    lastUsedAt: desk.now.toISOString(),
  });
  const logged = servers.flatMap(({ lines }) => lines);
  expect(logged.map(({ route }) => route)).toContain('/feeds/:slug.:format(rss|atom|json|ninjs)');
  expect(JSON.stringify([kept, tokens, mine, logged])).not.toContain(secret);
});

test('nobody sees, makes or ends the tokens of another partner, but an administrator ends them', async () => {
  const { id } = await createPartner(desk.db, { slug: 'other', name: 'Other' });
  const { text } = await createKey(desk.db, { partnerId: id, label: 'key', scopes: ['read'] }, desk.now);
  const other = { authorization: `Bearer ${text}` };
  const { links, token } = await make({ feed: 'own' });
  await expect(make({ feed: 'own' }, other)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  await expect(revoke(token.prefix, other)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  await expect(make({ filter: {} }, {})).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
  expect((await ask('{ me { feeds { slug } feedTokens { prefix } } }', undefined, other)).me).toEqual({
    feeds: [],
    feedTokens: [],
  });
  expect((await get(links.rss)).status).toBe(200);

  const theirs = await make({ filter: {} }, other);
  await revoke(theirs.token.prefix);
  await expectRefused(theirs.links.rss, /revoked/);
});

test.each<[string, object]>([
  ['neither a feed nor a selection', {}],
  ['both', { feed: 'own', filter: {} }],
  ['a selection that cannot be read', { filter: { topics: { any: ['nothing'] } } }],
  ['no label', { feed: 'own', label: ' ' }],
])('a token for %s is refused', async (_title, input) => {
  await expect(make(input)).rejects.toMatchObject({ code: 'BAD_USER_INPUT' });
});

test('the partner pays for what is read with its token, and is told when nothing is left', async () => {
  const { links } = await make({ filter: { topics: { any: ['asean'] } } });
  const key = await newKey(['read']);
  const spent = async (): Promise<number> => {
    for (const { quotas } of servers) await quotas.writeUsage();
    const [row] = await desk.db.query('select sum(cost)::int as cost from usage_day where partner_id = $1', [
      partnerId,
    ]);
    return row.cost;
  };
  const before = await spent();
  const answer = await get(links.rss);
  expect(answer.headers.get('ratelimit')).toContain('"minute";r=');
  // A page, and one article with its text.
  expect(await spent()).toBe(before + 10 + 11);
  await get('/feeds.rss', servers[0], key.headers);
  expect(await spent()).toBe(before + 21 + 10 + 3 * 11);
  await get('/feeds.rss?texts=false', servers[0], key.headers);
  expect(await spent()).toBe(before + 21 + 10 + 3 * 11 + 10 + 3);

  await desk.db.query('update partner set cost_per_minute = 1 where id = $1', [partnerId]);
  const refused = await get(links.rss, servers[1]);
  expect(refused.status).toBe(429);
  expect((await refused.json()).detail).toContain('points');
  await desk.db.query('update partner set cost_per_minute = 100000 where id = $1', [partnerId]);
});

test('a token costs one statement, whatever it is for', async () => {
  const { links } = await make({ feed: 'own' });
  await get(links.rss);
  desk.statements.length = 0;
  expect((await get(links.rss)).status).toBe(200);
  expect(desk.statements.filter(statement => /feed_token|api_key|partner"/.test(statement))).toHaveLength(1);
  expect(desk.statements.filter(statement => /from article|article_body|due_change/.test(statement))).toHaveLength(3);
});

test('a key has a hundred tokens, and not one more until one is revoked', async () => {
  const key = await newKey(['read']);
  await desk.db.query(
    `insert into feed_token (key_id, prefix, hash, label, filter, created_at)
     select id, 'many-' || n, '', 'many', '{}', now() from api_key, generate_series(1, 100) n where prefix = $1`,
    [key.prefix],
  );
  await expect(make({ filter: {} }, key.headers)).rejects.toThrow('100 feed tokens');
  await revoke('many-7', key.headers);
  expect(await make({ filter: {} }, key.headers)).toMatchObject({ text: expect.stringMatching(/^nf_/) });
});
