import { type ChildProcess, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import * as fc from 'fast-check';
import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { mirror } from '../../examples/mirror/mirror.js';
import type { IncomingArticle } from '../../src/ingest/incoming.js';
import { partnerWithKey } from '../support/desk-keys.js';
import { serveDesk } from '../support/desk-server.js';
import { type Desk, filedUnder, openDesk } from '../support/desk.js';
import type { SampleServer } from '../support/sample-server.js';
import { until } from '../support/until.js';

let desk: Desk;
let server: SampleServer;
let folder: string;

beforeEach(async () => {
  desk = await openDesk();
  server = await serveDesk(desk);
  folder = await mkdtemp(join(tmpdir(), 'nhip-cau-mirror-'));
});

afterEach(async () => {
  await server.app.close();
  await desk.close();
  await rm(folder, { recursive: true, force: true });
});

const ITEMS = 8;
const KILLS = 6;

const item: fc.Arbitrary<Partial<IncomingArticle>> = fc
  .record({
    item: fc.nat(ITEMS - 1),
    headline: fc.constantFrom('Tin', 'Tin hữu nghị', 'Hội nghị', 'Lào'),
    language: fc.constantFrom('vi', 'en', 'zh-Hans', 'lo'),
    filed: fc.subarray(['asean', 'football', 'politics', 'sea-games-31'], { maxLength: 2 }),
    status: fc.constantFrom('usable', 'usable', 'usable', 'canceled', 'withheld'),
    text: fc.nat(3),
    publishedAt: fc.constantFrom(new Date('2022-07-18T23:59:59Z'), new Date('2022-07-19T00:00:00Z')),
  })
  .map(({ item: place, filed, text, status, ...rest }) => ({
    ...rest,
    identity: `${place}`,
    status,
    bodyHtml: `<p>${text}</p>`,
    subjects: filedUnder(...filed),
  }));

const FILTERS = [
  {},
  { topics: { any: ['politics'] } },
  { topics: { none: ['sport'] }, languages: ['vi', 'zh'] },
  { text: 'hữu nghị' },
  { events: { any: ['sea-games-31'] } },
];

const history = fc.array(
  fc.record({ source: fc.constantFrom('desk', 'wire'), items: fc.array(item, { minLength: 1, maxLength: 4 }) }),
  { minLength: 1, maxLength: 4 },
);

test('a mirror holds exactly what the gate lets it have, after any history and whichever page it was killed in', async () => {
  let [cases, held] = [0, 0];
  await fc.assert(
    fc.asyncProperty(
      fc.array(history, { minLength: 2, maxLength: 3 }),
      fc.constantFrom(...FILTERS),
      fc.integer({ min: 1, max: 3 }),
      async (rounds, filter, first) => {
        const copy = join(folder, `${(cases += 1)}`);
        const settings = { url: `${server.url}/graphql`, folder: copy, filter, first };
        for (const round of rounds) {
          // The mirror reads while the history goes on.
          await Promise.all([
            mirror(settings),
            (async () => {
              for (const { source, items } of round) await desk.take(source, ...items);
            })(),
          ]);
          const { revision } = await mirror(settings);
          const expected = await gate(filter);
          expect(await copyIn(copy)).toEqual(expected);
          expect(await digestOf(copy)).toEqual(await digest(filter, revision));
          held += expected.length;
        }
      },
    ),
    { numRuns: 25 },
  );
  expect(held).toBeGreaterThan(cases);
});

test('a mirror that is killed again and again while sixteen writers write ends as it should', async () => {
  let [kills, torn] = [0, 0];
  const goesOn = (): boolean => kills < KILLS;
  const writers = Array.from({ length: 16 }, async (_, writer) => {
    // There is something to mirror until it was killed often enough.
    for (let round = 0; goesOn(); round += 1) {
      const items = fc.sample(item, { numRuns: 3, seed: writer * 1_000 + round });
      await desk.take(
        writer % 2 === 0 ? 'desk' : 'wire',
        ...items.map(one => ({ ...one, identity: `${one.identity} ${writer % 4}` })),
      );
    }
  });
  const killing = async (): Promise<void> => {
    while (goesOn()) {
      const [copy, cursor] = [await writtenIn(folder, 'articles'), await writtenIn(folder, 'cursor')];
      const child = startMirror(folder);
      await until('The mirror writes', async () => (await writtenIn(folder, 'articles')) > copy);
      child.kill('SIGKILL');
      await ended(child);
      torn += (await writtenIn(folder, 'cursor')) === cursor ? 1 : 0;
      kills += 1;
    }
  };
  await Promise.all([killing(), ...writers]);
  await mirror({ url: `${server.url}/graphql`, folder, first: 2 });

  // Most of the kills came between an article of a page and its cursor.
  expect(torn).toBeGreaterThan(0);
  expect(await copyIn(folder)).toEqual(await gate({}));
});

test('a mirror with a key acknowledges what it has taken down, and passes over what has been restored meanwhile', async () => {
  const { headers } = await partnerWithKey(desk, 'partner', ['read']);
  const settings = { url: `${server.url}/graphql`, folder, key: headers.authorization!.replace('Bearer ', '') };
  const open = async (): Promise<unknown[]> => {
    const { data }: any = await server.ask({ query: '{ withdrawals(state: OPEN) { nodes { articleId } } }' }, headers);
    return data.withdrawals.nodes;
  };
  await desk.take('desk', { identity: 'gone', headline: 'Tin' }, { identity: 'back', headline: 'Tin khác' });
  await mirror(settings);
  expect(await copyIn(folder)).toHaveLength(2);

  for (const identity of ['gone', 'back']) {
    await desk.take('desk', { identity, headline: 'Tin', status: 'canceled' });
  }
  await desk.take('desk', { identity: 'back', headline: 'Tin trở lại' });
  expect(await open()).toHaveLength(1);
  await mirror(settings);
  expect(await open()).toEqual([]);
  expect(await copyIn(folder)).toMatchObject([{ headline: 'Tin trở lại' }]);
});

function startMirror(to: string): ChildProcess {
  const run = join(import.meta.dirname, '../../examples/mirror/run.ts');
  return spawn(process.execPath, ['--import', '@oxc-node/core/register', run, `${server.url}/graphql`, to], {
    env: { ...process.env, NODE_OPTIONS: '', PAGE: '50' },
    stdio: 'ignore',
  });
}

/** When a file or a folder of a mirror was last written, in milliseconds; 0 for never. */
async function writtenIn(copy: string, name: string): Promise<number> {
  try {
    return (await stat(join(copy, name))).mtimeMs;
  } catch {
    return 0;
  }
}

const ended = (child: ChildProcess): Promise<void> =>
  child.exitCode !== null || child.signalCode !== null
    ? Promise.resolve()
    : new Promise(resolve => child.once('exit', () => resolve()));

type Held = { id: string; version: number; headline: string }[];

/** What lies in a mirror's folder. */
async function copyIn(copy: string, shown: (all: any[]) => any[] = sorted): Promise<any[]> {
  const names = (await readdir(join(copy, 'articles'))).filter(name => name.endsWith('.json'));
  const texts = await Promise.all(names.map(name => readFile(join(copy, 'articles', name), 'utf8')));
  return shown(texts.map(text => JSON.parse(text)));
}

/** What the gate says, by the lists that everybody reads. */
async function gate(filter: object): Promise<Held> {
  const all: Held = [];
  for (let after: string | null = null; ;) {
    const { articles }: any = await desk.ask(
      `query ($filter: ArticleFilter, $after: String) {
        articles(filter: $filter, after: $after, first: 100) { nodes { id version headline } pageInfo { hasNextPage endCursor } }
      }`,
      { filter, after },
    );
    all.push(...articles.nodes);
    if (!articles.pageInfo.hasNextPage) return sorted(all);
    after = articles.pageInfo.endCursor;
  }
}

/** The digest of a copy by the recipe that partners are given. */
async function digestOf(copy: string): Promise<Digest> {
  const lines = new Map<string, string[]>();
  for (const { id, version, publishedAt } of await copyIn(copy, all => all)) {
    const day = publishedAt.slice(0, 10);
    lines.set(day, [...(lines.get(day) ?? []), `${id} ${version}`]);
  }
  return [...lines]
    .map(([day, some]) => ({
      day,
      count: some.length,
      hash: createHash('sha256').update(some.toSorted().join('\n')).digest('hex'),
    }))
    .toSorted((one, other) => (one.day < other.day ? -1 : 1));
}

type Digest = { day: string; count: number; hash: string }[];

async function digest(filter: object, revision: number | null): Promise<Digest> {
  const { syncDigest } = await desk.ask(
    'query ($filter: ArticleFilter) { syncDigest(filter: $filter) { revision count days { day count hash } } }',
    { filter },
  );
  expect(syncDigest.revision).toBe(revision);
  expect(syncDigest.count).toBe(syncDigest.days.reduce((sum: number, { count }: { count: number }) => sum + count, 0));
  return syncDigest.days;
}

function sorted(held: Held): Held {
  return held
    .map(({ id, version, headline }) => ({ id, version, headline }))
    .toSorted((one, other) => (one.id < other.id ? -1 : 1));
}
