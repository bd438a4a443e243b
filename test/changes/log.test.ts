import * as fc from 'fast-check';
import { type Desk, filedUnder, openDesk } from '../support/desk.js';

let desk: Desk;

beforeAll(async () => {
  desk = await openDesk();
});

afterAll(() => desk.close());

const CHANGES = `query ($after: String, $filter: ArticleFilter, $first: Int!) {
  changes(after: $after, filter: $filter, first: $first) {
    edges { cursor node { kind revision articleId version } } pageInfo { hasNextPage endCursor }
  }
}`;

interface Told {
  kind: string;
  revision: number;
  articleId: string;
  version: number;
}

const WRITERS = 16;
const ROUNDS = 8;

const write = (writer: number, round: number): Promise<unknown> => {
  const [place, headline, filed, status] = fc.sample(
    fc.tuple(
      fc.nat(9),
      fc.nat(5),
      fc.constantFrom('asean', 'football'),
      fc.constantFrom('usable' as const, 'usable' as const, 'canceled' as const),
    ),
    { numRuns: 1, seed: writer * 1_000 + round },
  )[0]!;
  const article = { identity: `${place}`, headline: `Tin ${headline}`, status, subjects: filedUnder(filed) };
  return desk.take(writer % 2 === 0 ? 'desk' : 'wire', { ...article, language: 'vi' });
};

test('under sixteen writers every subscriber is told of each change once, in order, and of nothing that it cannot use', async () => {
  for (const writer of [0, 1, 2, 3]) await write(writer, 100);
  const writing = { now: true };
  const writers = Array.from({ length: WRITERS }, async (_, writer) => {
    for (let round = 0; round < ROUNDS; round += 1) await write(writer, round);
  });
  const done = Promise.all(writers).finally(() => (writing.now = false));
  const filters = [{}, { topics: { any: ['politics'] } }, { topics: { none: ['asean'] } }];
  const read = await Promise.all(filters.map(filter => follow(filter, writing)));
  await done;

  for (const [place, { copied, told }] of read.entries()) {
    expect(told.length).toBeGreaterThan(WRITERS / 2);
    expect(place > 0 || copied.length > 0).toBe(true);
    // In order, and no change twice.
    const revisions = told.map(({ revision }) => revision);
    expect(revisions).toEqual([...new Set(revisions)].toSorted((one, other) => one - other));
    // Each makes sense to who has done the ones before.
    const held = new Map(copied.map(({ articleId, version }) => [articleId, version]));
    expect(held.size).toBe(copied.length);
    for (const { kind, articleId, version } of told) {
      const ends = ['WITHDRAWN', 'EXPIRED', 'LEFT'].includes(kind);
      expect(held.has(articleId)).toBe(kind !== 'ENTERED');
      expect(version >= (held.get(articleId) ?? 0) + (ends ? 0 : 1)).toBe(true);
      if (ends) held.delete(articleId);
      else held.set(articleId, version);
    }
    // And none is lost: what has been told is what there is.
    const { articles } = await desk.ask(
      'query ($filter: ArticleFilter) { articles(filter: $filter, first: 100) { nodes { id version } } }',
      { filter: filters[place]! },
    );
    expect(Object.fromEntries(held)).toEqual(
      Object.fromEntries(articles.nodes.map(({ id, version }: { id: string; version: number }) => [id, version])),
    );
  }
});

/** Reads a copy and then the log, for as long as there is writing, and once more. */
async function follow(filter: object, writing: { now: boolean }): Promise<{ copied: Told[]; told: Told[] }> {
  const [copied, told]: [Told[], Told[]] = [[], []];
  let after: string | null = null;
  for (let last = false; ;) {
    const { changes }: any = await desk.ask(CHANGES, { after, filter, first: 3 });
    for (const { cursor, node } of changes.edges as { cursor: string; node: Told }[]) {
      (isInCopy(cursor) ? copied : told).push(node);
    }
    after = changes.pageInfo.endCursor as string;
    if (changes.pageInfo.hasNextPage) continue;
    if (last) return { copied, told };
    last = !writing.now;
  }
}

/** Whether a place is in a full copy, and not in the log behind it. */
function isInCopy(cursor: string): boolean {
  return Buffer.from(cursor, 'base64url').toString().startsWith('c');
}
