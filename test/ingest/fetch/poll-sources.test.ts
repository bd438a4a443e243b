import type { RequestListener } from 'node:http';
import { Client } from 'pg';
import type { DataSource } from 'typeorm';
import { createDataSource } from '../../../src/database/data-source.js';
import { entities } from '../../../src/entities.js';
import { claimPolls, LEASE_MS } from '../../../src/ingest/fetch/claim-polls.js';
import { pollClaim } from '../../../src/ingest/fetch/poll-claim.js';
import { pollSource } from '../../../src/ingest/fetch/poll-source.js';
import { type Poller, pollSources } from '../../../src/ingest/fetch/poll-sources.js';
import type { Polling } from '../../../src/ingest/fetch/polling.js';
import { SourcePoll } from '../../../src/ingest/fetch/source-poll.js';
import { sourceStatuses } from '../../../src/ingest/fetch/source-status.js';
import { storeSources } from '../../../src/ingest/store/store-vocabulary.js';
import { SourceInput } from '../../../src/ingest/store/vocabulary-input.js';
import { type Desk, openDesk } from '../../support/desk.js';
import { createQuietLogger } from '../../support/quiet-logger.js';
import { startWebServer, type WebServer } from '../../support/web-server.js';
import { until } from '../../support/until.js';

const MINUTE = 60_000;

let desk: Desk;
let server: WebServer;
let answer: RequestListener;
const opened: (() => Promise<void>)[] = [];

beforeEach(async () => {
  desk = await openDesk();
  desk.now = new Date('2026-11-22T08:00:00Z');
  server = await startWebServer((request, response) => answer(request, response));
});
afterEach(async () => {
  for (const close of opened.splice(0).toReversed()) await close();
  await server.close();
  await desk.close();
});

/** A feed with these items on its pages, which lead to each other. */
function feed(...pages: string[][]): RequestListener {
  return ({ url }, response) => {
    const page = Number(new URL(url ?? '', server.url).searchParams.get('page') ?? 1);
    const next = page < pages.length ? { next_url: `${server.url}/feed?page=${page + 1}` } : {};
    response.end(feedOf(pages[page - 1] ?? [], next));
  };
}

function feedOf(ids: string[], more: object = {}): string {
  const items = ids.map(id => ({ id, title: `Tin ${id}`, content_text: 'Nội dung.', language: 'vi' }));
  return JSON.stringify({ version: 'https://jsonfeed.org/version/1.1', title: 'News', items, ...more });
}

async function addSource(slug = 'site', path = '/feed', everySeconds = 600): Promise<void> {
  const names = { en: slug };
  const input = SourceInput.parse({ slug, names, languages: ['vi'], feed: { url: server.url + path, everySeconds } });
  await storeSources(desk.db, [input], new Date());
}

async function removeFeed(slug: string): Promise<void> {
  await storeSources(desk.db, [SourceInput.parse({ slug, names: { en: slug }, languages: ['vi'] })], new Date());
}

async function polling(settings: Partial<Polling> = {}): Promise<Polling> {
  const reference = await desk.reference();
  return {
    dataSource: desk.dataSource,
    keeper: { current: () => reference },
    clock: () => desk.now,
    logger: createQuietLogger(),
    config: { ALLOW_PRIVATE_ADDRESSES: true, PUBLIC_URL: undefined },
    random: () => 0,
    ...settings,
  };
}

const pollNow = async (slug = 'site', settings: Partial<Polling> = {}) => pollSource(await polling(settings), slug);

/** Another process on the same database. */
async function anotherProcess(): Promise<DataSource> {
  const dataSource = await createDataSource({ url: desk.url, entities }).initialize();
  opened.push(() => dataSource.destroy());
  return dataSource;
}

async function startPoller(settings: Partial<Polling> = {}, graceMs?: number): Promise<Poller> {
  const poller = pollSources(await polling({ clock: () => new Date(), ...settings }), graceMs);
  opened.push(() => poller.close());
  return poller;
}

async function state(): Promise<SourcePoll> {
  return desk.db.findOneOrFail(SourcePoll, { where: {} });
}

async function headlines(): Promise<string[]> {
  const rows = await desk.db.query<{ headline: string }[]>('select headline from article order by id');
  return rows.map(({ headline }) => headline);
}

/** A request that waits until it is let go on. */
function held(then: RequestListener): { asked: Promise<void>; goOn: () => void } {
  const waiting: (() => void)[] = [];
  const asked = new Promise<void>(resolve => {
    answer = (request, response) => {
      waiting.push(() => then(request, response));
      resolve();
    };
  });
  return { asked, goOn: () => waiting.shift()!() };
}

describe('a poll', () => {
  test('stores what is new, and says what came of it', async () => {
    await addSource();
    answer = feed(['1', '2', '3']);
    await expect(pollNow()).resolves.toMatchObject({ slug: 'site', ok: true, outcome: '3 items: 3 stored' });

    desk.now = new Date('2026-11-22T08:10:00Z');
    answer = ({ url }, response) => {
      const [changed, fresh] = ['{"id":"2","title":"Sửa","content_text":"Nội dung.","language":"vi"}', '{"id":"4"}'];
      if (url !== '/feed') return void response.writeHead(404).end();
      const known = '{"id":"1","title":"Tin 1","content_text":"Nội dung.","language":"vi"}';
      response.end(
        `{"version":"https://jsonfeed.org/version/1.1","title":"News","items":[${known},${changed},${fresh}]}`,
      );
    };
    const { outcome } = await pollNow();

    expect(outcome).toMatch(/^3 items: 1 updated, 1 unchanged, 1 rejected; the first rejected is 4: /);
    expect(await headlines()).toEqual(['Tin 1', 'Sửa', 'Tin 3']);
    expect(await state()).toMatchObject({ outcome, failures: 0, lastPollAt: desk.now, lastSuccessAt: desk.now });
    expect((await state()).nextPollAt).toEqual(new Date(desk.now.getTime() + 10 * MINUTE));
  });

  test('asks only for what has changed', async () => {
    await addSource();
    const whole = feed(['1']);
    answer = (request, response) => {
      if (request.headers['if-none-match'] === '"a"') return void response.writeHead(304).end();
      response.setHeader('etag', '"a"').setHeader('last-modified', 'Sun, 22 Nov 2026 07:00:00 GMT');
      whole(request, response);
    };
    await pollNow();

    await expect(pollNow()).resolves.toMatchObject({ ok: true, outcome: 'Not changed since the last poll' });
    expect(server.requests[1]?.headers['if-modified-since']).toBe('Sun, 22 Nov 2026 07:00:00 GMT');
    expect(await state()).toMatchObject({ etag: '"a"', lastModified: 'Sun, 22 Nov 2026 07:00:00 GMT' });
  });

  test('that comes to a bad end keeps what it stored, and asks for everything again the next time', async () => {
    await addSource();
    const whole = feed(['1', '2'], ['3']);
    answer = (request, response) => {
      response.setHeader('etag', '"a"');
      if (request.url === '/feed') whole(request, response);
      else response.writeHead(500).end();
    };
    await expect(pollNow()).resolves.toMatchObject({ ok: false, outcome: expect.stringContaining('HTTP status 500') });
    expect(await headlines()).toEqual(['Tin 1', 'Tin 2']);
    expect(await state()).toMatchObject({ etag: null, failures: 1, lastSuccessAt: null });

    answer = whole;
    await expect(pollNow()).resolves.toMatchObject({ ok: true, outcome: '3 items: 1 stored, 2 unchanged on 2 pages' });
    expect(server.requests[2]?.headers).not.toHaveProperty('if-none-match');
  });

  test('looks at the next page only while a page brings nothing but news', async () => {
    await addSource();
    answer = feed(['1']);
    await pollNow();
    server.requests.length = 0;
    answer = feed(['5', '4'], ['3', '2', '1'], ['0']);

    await expect(pollNow()).resolves.toMatchObject({ outcome: '5 items: 4 stored, 1 unchanged on 2 pages' });
    expect(server.requests).toHaveLength(2);
  });

  test('reads ten pages at most', async () => {
    await addSource();
    answer = feed(...Array.from({ length: 12 }, (_, place) => [String(place)]));

    await expect(pollNow()).resolves.toMatchObject({ ok: true, outcome: '10 items: 10 stored on 10 pages' });
  });

  test('of what is no feed says what it is', async () => {
    await addSource();
    answer = (_, response) => response.end('<!doctype html><html><title>Hello</title></html>');

    await expect(pollNow()).resolves.toMatchObject({ ok: false, outcome: expect.stringContaining('HTML') });
  });

  test('of a feed that has moved for good tells its new address', async () => {
    await addSource('site', '/old');
    const whole = feed(['1']);
    answer = (request, response) => {
      if (request.url === '/old') response.writeHead(301, { location: '/feed' }).end();
      else whole(request, response);
    };

    const { outcome } = await pollNow();
    expect(outcome).toBe(
      `1 item: 1 stored; the feed has moved for good to ${server.url}/feed: give the source that address`,
    );
  });

  test('does not reach this machine unless that is allowed', async () => {
    await addSource();
    const config = { ALLOW_PRIVATE_ADDRESSES: false, PUBLIC_URL: undefined };

    await expect(pollNow('site', { config })).resolves.toMatchObject({
      ok: false,
      outcome: expect.stringContaining('public internet'),
    });
    expect(server.requests).toEqual([]);
  });

  test('cannot be had of a source that is not there, or has no feed', async () => {
    await expect(pollNow('nobody')).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(pollNow('desk')).rejects.toMatchObject({ code: 'BAD_USER_INPUT' });
  });
});

describe('a source that fails', () => {
  test('is asked half as often each time, and as before once it answers', async () => {
    await addSource();
    answer = (_, response) => response.writeHead(500).end();
    const waits: number[] = [];
    for (let poll = 0; poll < 3; poll += 1) {
      const { nextPollAt } = await pollNow();
      waits.push((nextPollAt.getTime() - desk.now.getTime()) / MINUTE);
      desk.now = nextPollAt;
    }
    expect(waits).toEqual([20, 40, 80]);
    expect(await state()).toMatchObject({ failures: 3 });

    answer = feed(['1']);
    const { nextPollAt } = await pollNow();
    expect(nextPollAt).toEqual(new Date(desk.now.getTime() + 10 * MINUTE));
    expect(await state()).toMatchObject({ failures: 0 });
  });

  test('is left alone for as long as it asks for', async () => {
    await addSource();
    answer = (_, response) => response.writeHead(429, { 'retry-after': '7200' }).end();

    await expect(pollNow()).resolves.toMatchObject({
      ok: false,
      nextPollAt: new Date(desk.now.getTime() + 120 * MINUTE),
    });
  });
});

describe('a claim', () => {
  test('is given to one of many that ask at once, for each source', async () => {
    const slugs = Array.from({ length: 6 }, (_, place) => `site-${place}`);
    for (const slug of slugs) await addSource(slug);
    const others = [await anotherProcess(), await anotherProcess(), desk.dataSource];

    for (let round = 0; round < 10; round += 1) {
      const asked = others.flatMap(({ manager }) => [
        claimPolls(manager, desk.now, 4),
        claimPolls(manager, desk.now, 4),
      ]);
      const claimed = (await Promise.all(asked)).flat().map(({ sourceId }) => sourceId);
      expect(new Set(claimed).size).toBe(claimed.length);
      const rest = (await claimPolls(desk.db, desk.now, 10)).map(({ sourceId }) => sourceId);
      expect([...claimed, ...rest].length).toBe(slugs.length);
      desk.now = new Date(desk.now.getTime() + LEASE_MS);
    }
  });

  test('of a process that died comes to an end', async () => {
    await addSource();
    const [first] = await claimPolls(desk.db, desk.now, 4);
    expect(first).toMatchObject({ failures: 0, unfinished: true });
    expect(await claimPolls(desk.db, new Date(desk.now.getTime() + LEASE_MS - 1), 4)).toEqual([]);

    expect(await claimPolls(desk.db, new Date(desk.now.getTime() + LEASE_MS), 4)).toHaveLength(1);
  });

  test('that was taken over writes nothing down any more', async () => {
    await addSource();
    const request = held(feed(['1']));
    const [claim] = await claimPolls(desk.db, desk.now, 4);
    const slow = pollClaim(await polling(), claim!, new AbortController().signal);
    await request.asked;
    desk.now = new Date(desk.now.getTime() + 1);
    answer = (_, response) => response.writeHead(500).end();
    const { outcome } = await pollNow();
    request.goOn();

    await expect(slow).resolves.toBeNull();
    expect(await state()).toMatchObject({ failures: 1, outcome });
  });
});

describe('a source that is changed', () => {
  test('is polled at its new address at once, as if it were new', async () => {
    await addSource('site', '/feed');
    const whole = feed(['1']);
    answer = (request, response) => whole(request, response.setHeader('etag', '"a"'));
    await pollNow();
    expect(await claimPolls(desk.db, desk.now, 4)).toEqual([]);

    await addSource('site', '/other');
    expect(await claimPolls(desk.db, desk.now, 4)).toMatchObject([
      { feedUrl: `${server.url}/other`, etag: null, failures: 0 },
    ]);
  });

  test('while it is polled gets nothing from where it was', async () => {
    await addSource();
    const request = held(feed(['1']));
    const poll = pollNow();
    await request.asked;
    await addSource('site', '/other');
    request.goOn();

    await expect(poll).rejects.toMatchObject({ code: 'SERVICE_UNAVAILABLE' });
    expect(await headlines()).toEqual([]);
  });

  test('to have no feed is polled no more', async () => {
    await addSource();
    answer = feed(['1']);
    await pollNow();
    await removeFeed('site');

    expect(await claimPolls(desk.db, new Date(desk.now.getTime() + 600 * MINUTE), 4)).toEqual([]);
  });

  test('to be gone while it is polled is no error', async () => {
    await addSource();
    const request = held(feed(['1']));
    const [claim] = await claimPolls(desk.db, desk.now, 4);
    const poll = pollClaim(await polling(), claim!, new AbortController().signal);
    await request.asked;
    await desk.db.query(`delete from source where slug = 'site'`);
    request.goOn();

    await expect(poll).resolves.toBeNull();
  });
});

describe('the poller', () => {
  test('polls every source that has a feed, also one that is added later', async () => {
    await addSource('one');
    answer = ({ url }, response) => response.end(feedOf([url ?? '']));
    await startPoller();
    await until('The sources are polled', async () => (await headlines()).length === 1);
    await addSource('two', '/second');
    await until('The sources are polled', async () => (await headlines()).length === 2);

    expect(await headlines()).toEqual(['Tin /feed', 'Tin /second']);
    expect(server.requests).toHaveLength(2);
  });

  test('polls again when the time has come', async () => {
    await addSource();
    answer = feed(['1']);
    let late = 0;
    await startPoller({ clock: () => new Date(Date.now() + late) });
    await until('The sources are polled', async () =>
      (await sourceStatuses(desk.db)).some(({ outcome }) => outcome === '1 item: 1 stored'),
    );
    late = 11 * MINUTE;
    await until('The sources are polled', async () =>
      (await sourceStatuses(desk.db)).some(({ outcome }) => outcome === '1 item: 1 unchanged'),
    );

    expect(server.requests).toHaveLength(2);
  });

  test('shares the sources with the pollers of other processes: each is asked once, and each item stored once', async () => {
    const slugs = Array.from({ length: 8 }, (_, place) => `site-${place}`);
    for (const slug of slugs) await addSource(slug, `/${slug}`);
    answer = ({ url }, response) => void setTimeout(() => response.end(feedOf([`${url} a`, `${url} b`])), 50);
    await startPoller();
    await startPoller({ dataSource: await anotherProcess() });
    await until(
      'The sources are polled',
      async () => (await desk.db.countBy(SourcePoll, { outcome: '2 items: 2 stored' })) === slugs.length,
    );

    expect(server.requests).toHaveLength(slugs.length);
    expect(new Set(server.requests.map(({ url }) => url))).toEqual(new Set(slugs.map(slug => `/${slug}`)));
    expect(await headlines()).toHaveLength(16);
    expect(new Set(await headlines()).size).toBe(16);
  });

  test('asks four sources at a time', async () => {
    const waiting: (() => void)[] = [];
    for (let place = 0; place < 6; place += 1) await addSource(`site-${place}`, `/${place}`);
    answer = (_, response) => void waiting.push(() => response.end(feedOf(['1'])));
    await startPoller();
    await until('The requests have come', () => waiting.length === 4);
    expect(await desk.db.count(SourcePoll)).toBe(4);
    waiting.shift()!();
    await until('The requests have come', () => waiting.length === 4);
    for (const goOn of waiting.splice(0)) goOn();
    await until('The requests have come', () => waiting.length === 1);
    waiting.shift()!();
    await until(
      'The sources are polled',
      async () => (await desk.db.countBy(SourcePoll, { outcome: '1 item: 1 stored' })) === 6,
    );
  });

  test('finishes the poll under way when it is closed', async () => {
    await addSource();
    const request = held(feed(['1']));
    const poller = await startPoller();
    await request.asked;
    const closed = poller.close();
    request.goOn();
    await closed;

    expect(await headlines()).toEqual(['Tin 1']);
    expect(await state()).toMatchObject({ outcome: '1 item: 1 stored' });
    await poller.close();
  });

  test('ends a poll that takes too long when it is closed, and leaves the source to the next process', async () => {
    await addSource();
    const request = held(feed(['1']));
    const poller = await startPoller({}, 100);
    await request.asked;
    await poller.close();

    expect(await headlines()).toEqual([]);
    expect(await claimPolls(desk.db, new Date(), 4)).toMatchObject([{ failures: 0, unfinished: true }]);
  });

  test('waits for a database that is gone, and goes on when it is back', async () => {
    const admin = new Client(process.env.TEST_DATABASE_URL);
    await admin.connect();
    opened.push(() => admin.end());
    const name = new URL(desk.url).pathname.slice(1);
    const logger = createQuietLogger();
    answer = feed(['1']);
    await startPoller({ logger, dataSource: await anotherProcess() });

    await admin.query(`alter database ${name} allow_connections false`);
    await admin.query('select pg_terminate_backend(pid) from pg_stat_activity where datname = $1', [name]);
    await until('It is logged', () => logger.messages.includes('Polling waits for the database'));
    await admin.query(`alter database ${name} allow_connections true`);
    await addSource();
    await until('The sources are polled', async () => (await headlines()).length === 1);

    expect(logger.messages.slice(0, 2)).toEqual(['Polling waits for the database', 'Polling goes on']);
  });
});

test('the desk is told where every source stands', async () => {
  await addSource();
  answer = feed(['1', '2']);
  await pollNow();
  await desk.take('wire', { identity: 'w', language: 'en' });

  expect(await sourceStatuses(desk.db)).toEqual([
    expect.objectContaining({
      slug: 'desk',
      feedUrl: null,
      lastPollAt: null,
      nextPollAt: null,
      failures: 0,
      outcome: null,
      articles: 0,
    }),
    {
      slug: 'site',
      feedUrl: `${server.url}/feed`,
      lastPollAt: desk.now,
      lastSuccessAt: desk.now,
      nextPollAt: new Date(desk.now.getTime() + 10 * MINUTE),
      failures: 0,
      outcome: '2 items: 2 stored',
      articles: 2,
    },
    expect.objectContaining({ slug: 'wire', outcome: null, articles: 1 }),
  ]);
});
