import * as fc from 'fast-check';
import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { EntityManager } from 'typeorm';
import type { Change } from '../../examples/mirror/copy-folder.js';
import { mirror } from '../../examples/mirror/mirror.js';
import { createLicence } from '../../src/changes/store-licence.js';
import { globalId } from '../../src/graphql/global-id.js';
import { createKey } from '../../src/partners/create-key.js';
import { createPartner } from '../../src/partners/create-partner.js';
import type { Desk } from './desk.js';
import { filter, terms } from './newsroom-actions.js';

/** A partner with licences, a key, and a mirror of its own by the example's client. */
export interface MirroredPartner {
  slug: string;
  key: string;
  filter: object;
  first: number;
  folder: string;
  /** All that it was told, in the order in which it was told. */
  told: Change[];
  licences: number[];
}

/** Who may come: what they are licensed for, what they ask for, and by pages of how many. */
export const newcomer = fc.record({
  country: fc.constantFrom('VN', 'LA', 'KH', null),
  licences: fc.array(fc.record({ filter, terms }), { maxLength: 2 }),
  filter,
  first: fc.integer({ min: 2, max: 9 }),
});
type Newcomer = typeof newcomer extends fc.Arbitrary<infer Value> ? Value : never;

const PLENTY = { costPerMinute: 1_000_000_000, costPerDay: 1_000_000_000 };

/** Signs a partner. */
export async function signPartner(
  { db, dataSource }: Desk,
  slug: string,
  folder: string,
  { country, licences, ...asked }: Newcomer,
): Promise<MirroredPartner> {
  const { id: partnerId } = await createPartner(db, { slug, name: slug, country, ...PLENTY });
  const numbers: number[] = [];
  for (const licence of licences) {
    const all = {
      name: slug,
      partnerId,
      filter: { ...licence.filter },
      ...licence.terms,
      validFrom: null,
      validUntil: null,
    };
    numbers.push((await dataSource.transaction(transaction => createLicence(transaction, all, new Date()))).id);
  }
  const { text } = await createKey(db, { partnerId, label: 'mirror', scopes: ['read'] }, new Date());
  return { slug, key: text, ...asked, folder: join(folder, slug), told: [], licences: numbers };
}

/** Brings a copy up to date from one gateway. */
export async function catchUp({ told, ...partner }: MirroredPartner, url: string): Promise<void> {
  await mirror({ ...partner, url: `${url}/graphql`, told: change => void told.push(change) });
}

/** Whether an error is what a gateway that was killed leaves of a connection, or of an answer. */
export function isCutOff(error: unknown): boolean {
  return /fetch failed|terminated|other side closed|ECONN|EPIPE|UND_ERR|socket|Unexpected end of JSON/i.test(
    String(error),
  );
}

/** Whether an error is what a partner hears that is suspended. */
const isSuspended = (error: unknown): boolean => String(error).includes('suspended');

/** Mirrors from one gateway after the other; what a kill has cut off is asked for again, and so is what was refused to a partner that is suspended. */
export async function follow(
  partner: MirroredPartner,
  urlOf: (turn: number) => string,
  goesOn: () => boolean,
): Promise<void> {
  for (let turn = 0; goesOn(); turn += 1) {
    try {
      await catchUp(partner, urlOf(turn));
    } catch (error) {
      if (!isCutOff(error) && !isSuspended(error)) throw error;
    }
    await sleep(20);
  }
}

/** What lies in the mirror's folder: the version and the text of each article. */
export async function copyOf(partner: MirroredPartner): Promise<Record<string, string>> {
  return asHeld(await filesOf(partner));
}

async function filesOf({ folder }: MirroredPartner): Promise<any[]> {
  const names = (await readdir(join(folder, 'articles'))).filter(name => name.endsWith('.json'));
  const texts = await Promise.all(names.map(name => readFile(join(folder, 'articles', name), 'utf8')));
  return texts.map(text => JSON.parse(text));
}

/** What the gate gives the partner, by the list that everybody reads, all pages of it. */
export async function gateOf(partner: MirroredPartner, url: string): Promise<Record<string, string>> {
  const held: any[] = [];
  for (let after: string | null = null; ;) {
    const { articles } = await ask(partner, url, GATE, { filter: partner.filter, after });
    held.push(...articles.nodes);
    if (!articles.pageInfo.hasNextPage) return asHeld(held);
    after = articles.pageInfo.endCursor;
  }
}

async function ask({ key }: MirroredPartner, url: string, query: string, variables: object): Promise<any> {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-api-key': key },
    body: JSON.stringify({ query, variables }),
  });
  const { data, errors }: any = await response.json();
  if (errors) throw new Error(JSON.stringify(errors));
  return data;
}

/** How many articles of each day, and their hash, a gateway says that a complete copy has; and how many this copy has, counted and hashed alike. */
export async function digestsOf(partner: MirroredPartner, url: string): Promise<{ given: object; copied: object }> {
  const query = `query ($filter: ArticleFilter) { syncDigest(filter: $filter) { count days { day count hash } } }`;
  const { syncDigest } = await ask(partner, url, query, { filter: partner.filter });
  const days = new Map<string, string[]>();
  const files = await filesOf(partner);
  for (const { id, version, publishedAt } of files) {
    const day = new Date(publishedAt).toISOString().slice(0, 10);
    days.set(day, [...(days.get(day) ?? []), `${id} ${version}`]);
  }
  const copied = [...days]
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .map(([day, lines]) => {
      const hash = createHash('sha256').update(lines.toSorted().join('\n')).digest('hex');
      return { day, count: lines.length, hash };
    });
  return { given: syncDigest, copied: { count: files.length, days: copied } };
}

/** The withdrawals that a partner was told of, and that the desk does not expect it to acknowledge. */
export async function unexpectedWithdrawals(db: EntityManager, { slug, told }: MirroredPartner): Promise<string[]> {
  const rows = await db.query(
    `select article_id, version from withdrawal join withdrawal_acknowledgement on withdrawal_id = withdrawal.id
      where partner_id = (select id from partner where slug = $1)`,
    [slug],
  );
  const expected = new Set(rows.map((row: any) => `${globalId('Article', row.article_id)} version ${row.version}`));
  return told
    .filter(({ kind }) => kind === 'WITHDRAWN')
    .map(({ articleId, version }) => `${articleId} version ${version}`)
    .filter(withdrawal => !expected.has(withdrawal));
}

const GATE = `query ($filter: ArticleFilter, $after: String) {
  articles(filter: $filter, after: $after, first: 100) {
    nodes { id version headline body { html } }
    pageInfo { hasNextPage endCursor }
  }
}`;

function asHeld(articles: any[]): Record<string, string> {
  const held = articles.map(({ id, version, headline, body }) => [id, `${version} ${headline} ${body?.html ?? '-'}`]);
  return Object.fromEntries(held.toSorted(([one], [other]) => (one < other ? -1 : 1)));
}

/** What is wrong with what a partner was told: out of order, twice, or not to be done by who has done the rest. */
export function faultsOf({ told }: MirroredPartner): string[] {
  const faults: string[] = [];
  const held = new Map<string, number>();
  const seen = new Set<string>();
  let [inCopy, last] = [true, 0];

  for (const change of told.filter(({ redelivery }) => !redelivery)) {
    const { kind, articleId, revision, version } = change;
    const label = `${kind} ${revision} ${articleId} version ${version}`;
    const ends = ['WITHDRAWN', 'EXPIRED', 'LEFT'].includes(kind);
    // A copy comes by falling key, and everything in it once; whatever else comes is the log.
    inCopy &&= kind === 'ENTERED' && ![...seen].some(name => name.endsWith(` ${articleId}`));
    if (!inCopy && revision < last) faults.push(`${label}: out of order`);
    if (seen.has(`${revision} ${articleId}`)) faults.push(`${label}: twice`);
    if (held.has(articleId) === (kind === 'ENTERED')) faults.push(`${label}: ${held.has(articleId) ? '' : 'not '}held`);
    if (!ends && version < (held.get(articleId) ?? 0)) faults.push(`${label}: an earlier version`);
    seen.add(`${revision} ${articleId}`);
    last = Math.max(last, revision);
    if (ends) held.delete(articleId);
    else held.set(articleId, version);
  }
  return faults;
}
