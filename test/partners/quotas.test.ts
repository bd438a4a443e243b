import { createKey } from '../../src/partners/create-key.js';
import { createPartner } from '../../src/partners/create-partner.js';
import { grantPublicly, incoming, type Desk, openDesk } from '../support/desk.js';
import { type QuotaServer, serveWithQuotas } from '../support/quota-desk.js';
import { canStartRedis, hasRedis, startRedis, useRedis } from '../support/redis.js';
import { readAnswer, type Answer } from '../support/sample-server.js';

let desk: Desk;
let partners = 0;
const open: (() => Promise<void>)[] = [];

beforeAll(async () => {
  desk = await openDesk();
  await desk.take('wire', incoming({ identity: 'one' }), incoming({ identity: 'two' }));
});
afterEach(async () => {
  for (const close of open.splice(0).toReversed()) await close();
});
afterAll(() => desk.close());

async function serve(settings: Record<string, string> = {}, proxies: string[] = []): Promise<QuotaServer> {
  const server = await serveWithQuotas(desk, settings, proxies);
  open.push(server.close);
  return server;
}

async function partnerWith(quota: { costPerMinute?: number; costPerDay?: number }) {
  partners += 1;
  const partner = await createPartner(desk.db, { slug: `partner-${partners}`, name: 'Partner', ...quota });
  const { text } = await createKey(desk.db, { partnerId: partner.id, label: 'key', scopes: ['read'] }, desk.now);
  return { partner, headers: { 'x-api-key': text } };
}

/** It costs ten points and one for each source, and is answered with two. */
const SOURCES = { query: '{ sources(first: 2) { nodes { slug } } }' };
const COST = 12;

interface Cost {
  requested: number;
  actual: number;
  remaining: number;
  resets: string;
}

// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- what it holds, the test checks
const costOf = ({ text }: Answer) => (JSON.parse(text) as { extensions: { cost: Cost } }).extensions.cost;
const codesOf = ({ errors }: Answer) => errors.map(({ extensions }) => extensions.code);
const MEMORY = { QUOTA_STORE: 'memory' };
const POSTGRES = { QUOTA_STORE: 'postgres' };

describe.each([MEMORY, POSTGRES])('quotas with %j', store => {
  test('every answer tells what it has cost, what is left, and until when', async () => {
    const server = await serve({ ...store, VISITOR_COST_PER_MINUTE: '1000' });

    const small = await server.ask(SOURCES);
    expect(costOf(small)).toMatchObject({ requested: COST, actual: COST, remaining: 1_000 - COST });
    expect(small.headers.get('ratelimit-policy')).toBe(
      '"minute";q=1000;qu="points";w=60, "day";q=2000000;qu="points";w=86400',
    );
    expect(small.headers.get('ratelimit')).toMatch(/^"minute";r=988;t=(60|59|58), "day";r=1999988;t=86[34]\d\d$/);

    const parameters = new URLSearchParams(SOURCES).toString();
    const headers = { 'apollo-require-preflight': 'true' };
    const got = await readAnswer(await fetch(`${server.url}/graphql?${parameters}`, { headers }));
    expect(costOf(got)).toMatchObject({ requested: COST, actual: COST, remaining: 1_000 - 2 * COST });

    const wrong = await server.ask({ query: '{ nothing }' });
    expect(codesOf(wrong)).toEqual(['GRAPHQL_VALIDATION_FAILED']);
    expect(costOf(wrong)).toMatchObject({ requested: 1, actual: 1, remaining: 1_000 - 2 * COST - 1 });
  });

  test('what a query was taken to cost and has not is given back', async () => {
    const server = await serve(store);
    const { headers } = await partnerWith({ costPerMinute: 250 });
    const large = await server.ask(
      { query: '{ articles(first: 100) { nodes { headline topics { slug } } } }' },
      headers,
    );
    expect(codesOf(large)).toEqual(['QUOTA_EXCEEDED']);
    expect(costOf(large).requested).toBe(10 + 100 + 500);

    for (let round = 1; round <= 5; round += 1) {
      const answer = await server.ask({ query: '{ articles(first: 100) { nodes { headline } } }' }, headers);
      expect(codesOf(answer)).toEqual([]);
      expect(costOf(answer)).toMatchObject({ requested: 110, actual: 10 + 2, remaining: 250 - round * 12 });
    }
  });

  test('over it, a query is refused with 429, and told when to ask again', async () => {
    const server = await serve(store);
    const { headers } = await partnerWith({ costPerMinute: 2 * COST + 5 });
    for (let round = 0; round < 2; round += 1) expect(codesOf(await server.ask(SOURCES, headers))).toEqual([]);

    const answer = await server.ask(SOURCES, headers);
    expect(answer.status).toBe(429);
    expect(answer.data).toBeNull();
    expect(answer.errors).toMatchObject([
      {
        message: expect.stringMatching(
          /^This query may cost 12 points, and of your 29 a minute 5 are left\. Ask again/,
        ),
        extensions: { code: 'QUOTA_EXCEEDED', cost: COST, window: 'minute', limit: 29, remaining: 5 },
      },
    ]);
    expect(costOf(answer)).toMatchObject({ requested: COST, actual: 0, remaining: 5 });
    const seconds = Number(answer.headers.get('retry-after'));
    expect(seconds).toBeGreaterThan(0);
    expect(seconds).toBeLessThanOrEqual(60);
    expect(answer.errors[0]!.extensions.retryAfterSeconds).toBe(seconds);
    expect(answer.headers.get('ratelimit')).toMatch(/^"minute";r=5;t=\d+, "day";r=/);

    // What still fits is answered.
    expect(
      codesOf(await server.ask({ query: '{ sources(first: 0) { nodes { slug } } me { partner { slug } } }' }, headers)),
    ).toEqual(['QUOTA_EXCEEDED']);
    expect(codesOf(await server.ask({ query: '{ me { partner { slug } } }' }, headers))).toEqual([]);
  });

  test('the day has a limit of its own, and a query that can never fit is told so', async () => {
    const server = await serve(store);
    const { headers } = await partnerWith({ costPerMinute: 1_000, costPerDay: COST });
    expect(codesOf(await server.ask(SOURCES, headers))).toEqual([]);
    const refused = await server.ask(SOURCES, headers);
    expect(refused.errors).toMatchObject([{ extensions: { code: 'QUOTA_EXCEEDED', window: 'day', remaining: 0 } }]);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(86_000);

    const never = await server.ask({ query: '{ articles(first: 100) { nodes { id } } }' }, headers);
    expect(never.errors).toMatchObject([{ message: expect.stringContaining('never fits') }]);
    expect(never.headers.get('retry-after')).toBeNull();
  });

  test('partners are counted each, and apart from visitors', async () => {
    const server = await serve({ ...store, VISITOR_COST_PER_MINUTE: String(COST) });
    const [one, other] = [await partnerWith({ costPerMinute: COST }), await partnerWith({ costPerMinute: COST })];
    await desk.db.query('delete from quota_spent');
    for (const headers of [{}, one.headers, other.headers]) {
      expect(codesOf(await server.ask(SOURCES, headers))).toEqual([]);
      expect(codesOf(await server.ask(SOURCES, headers))).toEqual(['QUOTA_EXCEEDED']);
    }
  });

  test('of a hundred queries at once exactly those are answered that fit', async () => {
    const server = await serve(store);
    const { headers } = await partnerWith({ costPerMinute: 37 * COST });
    const answers = await Promise.all(Array.from({ length: 100 }, () => server.ask(SOURCES, headers)));

    expect(answers.filter(({ status }) => status === 200)).toHaveLength(37);
    expect(answers.filter(answer => codesOf(answer).includes('QUOTA_EXCEEDED'))).toHaveLength(63);
  });
});

async function answeredByTwo(settings: Record<string, string>): Promise<number[]> {
  const servers = [await serve(settings), await serve(settings)];
  const { headers } = await partnerWith({ costPerMinute: 37 * COST });
  const answers = await Promise.all(
    Array.from({ length: 100 }, (_, index) => servers[index % 2]!.ask(SOURCES, headers)),
  );
  expect(servers.flatMap(({ troubles }) => troubles)).toEqual([]);
  return [200, 429].map(status => answers.filter(answer => answer.status === status).length);
}

test('two gateways on one PostgreSQL answer together exactly those that fit', async () => {
  expect(await answeredByTwo(POSTGRES)).toEqual([37, 63]);
});

test('queries of many sizes on two gateways never take more than there is, nor leave room for one of them', async () => {
  const servers = [await serve(POSTGRES), await serve(POSTGRES)];
  const { partner, headers } = await partnerWith({ costPerMinute: 500 });
  const sizes = Array.from({ length: 100 }, (_, index) => (index % 5) + 1);
  // Each list costs what it was taken to cost: nothing is given back.
  const answers = await Promise.all(
    sizes.map((size, index) =>
      servers[index % 2]!.ask(
        {
          query: `{ ${Array.from({ length: size }, (__, place) => `a${place}: sources(first: 2) { nodes { slug } }`).join(' ')} }`,
        },
        headers,
      ),
    ),
  );
  const costs = answers.map(costOf);
  const spent = costs.reduce((sum, { actual }) => sum + actual, 0);
  const [row] = await desk.db.query('select minute_points as points from quota_spent where key = $1', [
    `partner ${partner.id}`,
  ]);
  expect(row.points).toBe(spent);
  expect(spent).toBeLessThanOrEqual(500);
  const smallestRefused = Math.min(...costs.filter(({ actual }) => actual === 0).map(({ requested }) => requested));
  expect(500 - spent).toBeLessThan(smallestRefused);
});

test('in PostgreSQL a quota is one statement more for a query, and in memory none', async () => {
  const { headers } = await partnerWith({});
  const count = async (settings: Record<string, string>): Promise<string[]> => {
    const server = await serve(settings);
    await server.ask(SOURCES, headers);
    desk.statements.length = 0;
    await server.ask(SOURCES, headers);
    return [...desk.statements];
  };
  const [memory, postgres] = [await count(MEMORY), await count(POSTGRES)];
  expect(postgres.filter(statement => !memory.includes(statement))).toHaveLength(1);
  expect(postgres).toHaveLength(memory.length + 1);
  expect(memory.filter(statement => /quota|usage/.test(statement))).toEqual([]);
});

test('in PostgreSQL a minute that is over is forgotten, and what was taken from it is not given to the next', async () => {
  const server = await serve(POSTGRES);
  const { headers } = await partnerWith({ costPerMinute: 300 });
  const begun = desk.now;
  await server.ask({ query: '{ articles(first: 100) { nodes { id } } }' }, headers); // 98 points are owed.
  desk.now = new Date(begun.getTime() + 60_000);
  const { text } = await server.ask(SOURCES, headers);
  const again = await server.ask(SOURCES, headers);
  desk.now = begun;

  expect(JSON.parse(text).extensions.cost).toMatchObject({
    remaining: 300 - COST,
    resets: new Date(begun.getTime() + 120_000).toISOString(),
  });
  expect(costOf(again).remaining).toBe(300 - 2 * COST);
});

test('a store that fails takes nobody the answers away: the process counts by itself until it is back', async () => {
  const server = await serve(POSTGRES);
  const { headers } = await partnerWith({ costPerMinute: 2 * COST });
  await desk.db.query('alter table quota_spent rename to quota_elsewhere');
  try {
    const answers = [
      await server.ask(SOURCES, headers),
      await server.ask(SOURCES, headers),
      await server.ask(SOURCES, headers),
    ];
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 429]);
    expect(server.troubles).toEqual(['The store of quotas is away: this process counts by itself']);
  } finally {
    await desk.db.query('alter table quota_elsewhere rename to quota_spent');
  }
  expect((await server.ask(SOURCES, headers)).status).toBe(200);
});

(hasRedis ? describe : describe.skip)('quotas in Redis', () => {
  test('are counted by two gateways together, which answer exactly those that fit', async () => {
    const redis = await useRedis();
    open.push(redis.stop);
    expect(await answeredByTwo({ QUOTA_STORE: 'redis', REDIS_URL: redis.url })).toEqual([37, 63]);
  });
});

(canStartRedis ? describe : describe.skip)('a Redis of its own', () => {
  test('that goes away takes nobody the answers away', async () => {
    const redis = await startRedis();
    const server = await serve({ QUOTA_STORE: 'redis', REDIS_URL: redis.url });
    const { headers } = await partnerWith({ costPerMinute: 3 * COST });
    expect(costOf(await server.ask(SOURCES, headers)).remaining).toBe(2 * COST);
    await redis.stop();

    expect(codesOf(await server.ask(SOURCES, headers))).toEqual([]);
    expect(server.troubles).toHaveLength(1);
  });
});

test('a Redis that is not there does not keep the gateway from starting', async () => {
  const server = await serve({ QUOTA_STORE: 'redis', REDIS_URL: 'redis://127.0.0.1:1' });
  expect(codesOf(await server.ask(SOURCES))).toEqual([]);
  expect(server.troubles).toHaveLength(1);
});

test('what a query has cost is the same whether an article is hidden or not there', async () => {
  const server = await serve();
  const { headers } = await partnerWith({});
  const query = { query: '{ articles(first: 50) { totalCount nodes { headline body { html } topics { slug } } } }' };
  const before = costOf(await server.ask(query, headers));
  await desk.take('wire', incoming({ identity: 'later', embargoedUntil: 'forever' }));
  const hidden = costOf(await server.ask(query, headers));
  await desk.take('wire', incoming({ identity: 'shown' }));
  const shown = costOf(await server.ask(query, headers));

  expect([hidden.requested, hidden.actual]).toEqual([before.requested, before.actual]);
  expect(shown.actual).toBeGreaterThan(hidden.actual);
});

test('usage is told by day, to the partner alone', async () => {
  const server = await serve();
  const { headers } = await partnerWith({});
  const me = { query: '{ me { usage { day requests cost } } }' };
  await server.ask(SOURCES, headers);
  await server.ask(SOURCES, headers);
  await server.quotas.writeUsage();
  const today = desk.now;
  desk.now = new Date('2022-08-02T12:00:00Z');
  await server.ask(SOURCES, headers);
  await server.ask({ query: '{ nothing }' }, headers);
  await server.quotas.writeUsage();

  const { data } = await server.ask(me, headers);
  const usage = [
    { day: '2022-08-02', requests: 2, cost: COST + 1 },
    { day: '2022-08-01', requests: 2, cost: 2 * COST },
  ];
  expect(data).toEqual({ me: { usage } });
  desk.now = new Date('2022-08-31T00:00:00Z');
  expect((await server.ask(me, headers)).data).toEqual({
    me: { usage: [{ day: '2022-08-02', requests: 2, cost: COST + 1 }] },
  });
  desk.now = today;
  expect((await server.ask(me)).data).toEqual({ me: { usage: [] } });
});

test('two gateways add to one usage, and the last of it is written when they close', async () => {
  const { partner, headers } = await partnerWith({});
  const servers = [await serve(), await serve()];
  await Promise.all(Array.from({ length: 20 }, (_, index) => servers[index % 2]!.ask(SOURCES, headers)));
  for (const close of open.splice(0)) await close();

  const rows = await desk.db.query('select requests, cost from usage_day where partner_id = $1', [partner.id]);
  expect(rows).toEqual([{ requests: 20, cost: 20 * COST }]);
});

test('usage that cannot be written is kept for the next time', async () => {
  const server = await serve();
  const { partner, headers } = await partnerWith({});
  await server.ask(SOURCES, headers);
  await desk.db.query('alter table usage_day rename to usage_elsewhere');
  try {
    await expect(server.quotas.writeUsage()).rejects.toThrow('usage_day');
  } finally {
    await desk.db.query('alter table usage_elsewhere rename to usage_day');
  }
  await server.quotas.writeUsage();
  const rows = await desk.db.query('select requests from usage_day where partner_id = $1', [partner.id]);
  expect(rows).toEqual([{ requests: 1 }]);
});

test('me tells a partner who it is, what it may have and what it may spend, and a visitor what is public', async () => {
  await desk.db.query('truncate licence');
  await grantPublicly(desk.db, { text: false, media: false, filter: { sources: { any: ['desk'] } } });
  const server = await serve();
  const { partner, headers } = await partnerWith({ costPerMinute: 500, costPerDay: 5_000 });
  await grantPublicly(desk.db, {
    partnerId: partner.id,
    media: false,
    delaySeconds: 7_200,
    filter: { languages: ['vi', 'lo'], topics: { any: ['foreign-relations'] } },
    validUntil: new Date('2026-12-31T00:00:00Z'),
  });
  const query = `{ me {
    partner { slug name country languages } key { prefix scopes expiresAt } licences(language: "vi")
    quota { perMinute perDay remaining }
  } }`;

  const { data } = await server.ask({ query }, headers);
  expect(data!.me).toEqual({
    partner: { slug: partner.slug, name: 'Partner', country: null, languages: [] },
    key: { prefix: headers['x-api-key'].split('_')[1], scopes: ['read'], expiresAt: null },
    licences: [
      'Headlines of all articles from Ban Đối ngoại.',
      'Headlines and text of all articles in Vietnamese or Lao on Đối ngoại, 2 hours after publication, until 31 December 2026.',
    ],
    quota: { perMinute: 500, perDay: 5_000, remaining: 500 - 4 },
  });
  const visitor = await server.ask({ query });
  expect(visitor.data!.me).toMatchObject({
    partner: null,
    key: null,
    licences: ['Headlines of all articles from Ban Đối ngoại.'],
    quota: { perMinute: 60_000, perDay: 2_000_000 },
  });
});
