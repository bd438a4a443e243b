import * as fc from 'fast-check';
import { buildSchema } from 'graphql';
import { readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { removeLicence } from '../../src/changes/store-licence.js';
import { Licence } from '../../src/partners/licence.js';
import { type Desk, openDesk } from '../support/desk.js';
import { partnerWithKey } from '../support/desk-keys.js';
import { type GatewayProcess, startProcess } from '../support/gateway-process.js';
import { explainDifference } from '../support/explain-difference.js';
import {
  catchUp,
  copyOf,
  digestsOf,
  faultsOf,
  follow,
  gateOf,
  isCutOff,
  type MirroredPartner,
  newcomer,
  signPartner,
  unexpectedWithdrawals,
} from '../support/mirrored-partner.js';
import { ACTION_NAMES, type Newsroom, work } from '../support/newsroom-actions.js';
import { until } from '../support/until.js';

/** Cases beside those that have failed before: the same two for everybody, though never in the same order of things; MIRROR_CASES=200 draws others, for a night. */
const CASES = Number(process.env['MIRROR_CASES'] ?? 2);
const DRAWN_BY = process.env['MIRROR_CASES'] === undefined ? 2022 : Date.now();

/** The seeds of cases that have failed: they come first, until somebody takes them out. */
const SEEDS = join(import.meta.dirname, 'mirror-seeds.json');
const kept: number[] = JSON.parse(readFileSync(SEEDS, 'utf8'));

const GATEWAYS = 2;
const WRITERS = 5;
const PARTNERS = 4;

/** How often a case stands still for its copies to be looked at. In each stretch before, one gateway is killed. */
const PAUSES = 2;

/** Orders that are given before a gateway is killed, at least: beside them, the test's own process takes articles in. */
const ORDERS_BEFORE_KILL = 12;

/** What a busy machine must not fail by. */
const SETTINGS = { DEMO: 'false', POLL: 'false', STATEMENT_TIMEOUT_MS: '60000', REQUEST_TIMEOUT_MS: '60000' };

let desk: Desk;
let folder: string;
let headers: Record<string, string>;
const gateways: GatewayProcess[] = [];
const start = (): Promise<GatewayProcess> => startProcess(folder, { DATABASE_URL: desk.url, ...SETTINGS });

beforeAll(async () => {
  desk = await openDesk();
  await desk.db.clear(Licence);
  folder = await mkdtemp(join(tmpdir(), 'nhip-cau-mirrors-'));
  ({ headers } = await partnerWithKey(desk, 'the-desk', ['read', 'desk', 'admin']));
  await desk.db.query('update partner set cost_per_minute = 1e9, cost_per_day = 1e9');
  await desk.take('desk', { identity: 'first' });
  gateways.push(...(await Promise.all(Array.from({ length: GATEWAYS }, start))));
});

afterAll(async () => {
  await Promise.all(gateways.map(({ end }) => end('SIGKILL')));
  await desk.close();
  await rm(folder, { recursive: true, force: true });
});

/** The mutations that there are. */
const mutations = buildSchema(readFileSync(join(import.meta.dirname, '../../schema/schema.graphql'), 'utf8'))
  .getMutationType()!
  .getFields();

const urlOf = (turn: number): string => gateways[turn % gateways.length]!.url;

/** How often each mutation was done; what was refused, by its code. */
const done: Record<string, number> = {};
const refused: Record<string, number> = {};
const totalOf = (counts: Record<string, number>): number =>
  Object.values(counts).reduce((sum, count) => sum + count, 0);
let [orders, kills, pauses, compared] = [0, 0, 0, 0];

/** Orders a mutation, under one client key however often it has to be asked for. */
async function order(mutation: string, input: object, fields = '__typename'): Promise<any> {
  const query = `mutation ($input: ${mutations[mutation]!.args[0]!.type.toString()}) { ${mutation}(input: $input) { ${fields} } }`;
  const body = JSON.stringify({ query, variables: { input: { ...input, clientKey: `order ${(orders += 1)}` } } });
  for (let turn = orders; ; turn += 1) {
    try {
      const response = await fetch(`${urlOf(turn)}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body,
      });
      const { data, errors }: any = await response.json();
      const { code, argument } = errors?.[0].extensions ?? {};
      if (code === undefined) {
        done[mutation] = (done[mutation] ?? 0) + 1;
        return data[mutation];
      }
      // What another writer has overtaken is refused; so is a replacement that was withdrawn itself.
      if (!['CONFLICT', 'NOT_FOUND'].includes(code) && argument !== 'replacement')
        throw new Error(`${mutation}: ${JSON.stringify(errors)} of ${body}`);
      refused[`${mutation} ${code}`] = (refused[`${mutation} ${code}`] ?? 0) + 1;
      return null;
    } catch (error) {
      if (!isCutOff(error)) throw error;
      await sleep(20);
    }
  }
}

/** Has everybody at work until a gateway was killed in the middle of it and is back, and until everything has been done once at least. */
async function workThroughKill(newsroom: Newsroom, mirrors: MirroredPartner[], seed: number): Promise<void> {
  const place = kills % GATEWAYS;
  const enough = totalOf(done) + ORDERS_BEFORE_KILL + (seed % 10);
  let [atWork, failed] = [true, false];
  const kill = async (): Promise<void> => {
    await until('Orders are given', () => failed || totalOf(done) >= enough);
    await gateways[place]!.end('SIGKILL');
    kills += 1;
    gateways[place] = await start();
  };
  const goesOn = (): boolean => !failed && (atWork || !ACTION_NAMES.every(newsroom.isDone));
  const whole = async (part: Promise<void>): Promise<void> => {
    try {
      await part;
    } catch (error) {
      failed = true;
      throw error;
    }
  };
  const outcomes = await Promise.allSettled([
    whole(kill()).finally(() => (atWork = false)),
    ...Array.from({ length: WRITERS }, (_, writer) => whole(work(newsroom, seed * 100 + writer, goesOn))),
    ...mirrors.map(partner => whole(follow(partner, urlOf, goesOn))),
  ]);
  for (const outcome of outcomes) if (outcome.status === 'rejected') throw outcome.reason;
}

/** Holds every copy to what each gateway lets its partner have, and what the partner was told to what it had. */
async function lookAtCopies(partners: MirroredPartner[]): Promise<void> {
  // Whoever was suspended goes on from the cursor that it had.
  for (const { slug } of partners) await order('resumePartner', { slug });
  await until('Moments that have come are told of', async () => {
    const rows = await desk.db.query(
      `select from due_change where due_at < now() + '1 hour' union all select from due_licence where due_at < now() + '1 hour'`,
    );
    return rows.length === 0;
  });
  for (const partner of partners) {
    for (const { url } of gateways) {
      let [copy, given]: Record<string, string>[] = [{}, {}];
      // A gateway hears of the last licence a moment after it was granted. What was lost or leaked stays so: nothing changes any more.
      await until(partner.slug, async () => {
        await catchUp(partner, url);
        [copy, given] = [await copyOf(partner), await gateOf(partner, url)];
        return JSON.stringify(copy) === JSON.stringify(given);
      }).catch(async (error: unknown) => {
        throw new Error(await explainDifference(desk.db, partner, copy!, given!), { cause: error });
      });
      compared += Object.keys(copy!).length;
      const digests = await digestsOf(partner, url);
      expect({ partner: partner.slug, ...digests.copied }).toEqual({ partner: partner.slug, ...digests.given });
    }
    const unexpected = await unexpectedWithdrawals(desk.db, partner);
    const { slug } = partner;
    expect({ slug, faults: faultsOf(partner), unexpected }).toEqual({ slug, faults: [], unexpected: [] });
  }
  pauses += 1;
}

async function proveMirrors(seed: number): Promise<void> {
  const newcomers = fc.sample(newcomer, { numRuns: PARTNERS, seed });
  const partners = await Promise.all(
    newcomers.map((who, place) => signPartner(desk, `partner-${seed}-${place}`, folder, who)),
  );
  const newsroom: Newsroom = {
    desk,
    partners: partners.map(({ slug }) => slug),
    licences: partners.flatMap(({ licences }) => licences),
    order,
    isDone: name => name === 'take' || done[name] !== undefined,
  };
  // Half of them have a full copy before the work begins, and half take it meanwhile.
  for (const partner of partners.slice(PARTNERS / 2)) await catchUp(partner, urlOf(0));

  for (let pause = 0; pause < PAUSES; pause += 1) {
    await workThroughKill(newsroom, partners, seed + pause);
    await lookAtCopies(partners);
  }
  // Who comes only now gets by a full copy what the others have got by changes.
  await lookAtCopies([{ ...partners[0]!, folder: `${partners[0]!.folder}-late`, told: [] }]);
  const licences = await desk.db.find(Licence);
  for (const { id } of licences) await desk.dataSource.transaction(db => removeLicence(db, id, new Date()));
}

test(
  'mirrors equal the gate at every pause, whatever is done and whoever is killed, and are told of each change once and in order',
  async () => {
    const fresh = fc.sample(fc.integer({ min: 1, max: 9_999_999 }), { numRuns: CASES, seed: DRAWN_BY });
    for (const seed of [...kept, ...fresh]) {
      try {
        await proveMirrors(seed);
      } catch (error) {
        if (!kept.includes(seed)) await writeFile(SEEDS, `${JSON.stringify([...kept, seed])}\n`);
        const said = gateways.flatMap(({ output }) =>
          output()
            .split('\n')
            .filter(line => /"level":[56]0/.test(line)),
        );
        throw new Error([`Seed ${seed}, which is kept in ${SEEDS}, has failed: ${String(error)}`, ...said].join('\n'), {
          cause: error,
        });
      }
    }

    // Each order was done once, however often it had to be given; and the log has no gap.
    const [{ entries }] = await desk.db.query(
      'select count(*) as entries from audit_entry where client_key is not null',
    );
    expect(Number(entries)).toBe(totalOf(done));
    const [{ number, changes }] = await desk.db.query(
      'select number, (select count(*) from change) as changes from revision',
    );
    expect(Number(changes)).toBe(Number(number));
    process.stdout.write(
      `${kept.length + fresh.length} cases, ${pauses} pauses: ${totalOf(done)} orders done and ${totalOf(refused)} refused, ${number} revisions, ${kills} kills, ${compared} copies of articles compared\n`,
    );
    expect(compared).toBeGreaterThan(0);
    expect(ACTION_NAMES.filter(name => name !== 'take' && done[name] === undefined)).toEqual([]);
  },
  (kept.length + CASES) * 600_000,
);
