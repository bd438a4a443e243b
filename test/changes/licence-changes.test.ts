import { movePartner } from '../../src/changes/move-partner.js';
import { recordDueChanges } from '../../src/changes/record-due-changes.js';
import { createLicence, type LicenceTerms, removeLicence, updateLicence } from '../../src/changes/store-licence.js';
import { createKey } from '../../src/partners/create-key.js';
import { createPartner } from '../../src/partners/create-partner.js';
import { Licence } from '../../src/partners/licence.js';
import { type Desk, filedUnder, openDesk } from '../support/desk.js';
import { serveDesk } from '../support/desk-server.js';
import type { SampleServer } from '../support/sample-server.js';

let desk: Desk;
let server: SampleServer;
let partnerId: number;
const keys = new Map<string, string>();

beforeEach(async () => {
  desk = await openDesk();
  server = await serveDesk(desk);
  await desk.db.clear(Licence);
  for (const slug of ['partner', 'other']) {
    const { id } = await createPartner(desk.db, { slug, name: slug, country: 'LA' });
    keys.set(slug, (await createKey(desk.db, { partnerId: id, label: slug, scopes: ['read'] }, desk.now)).text);
    if (slug === 'partner') partnerId = id;
  }
});

afterEach(async () => {
  await server.app.close();
  await desk.close();
});

const NARROW = { text: true, media: true, embargoAccess: false, delaySeconds: 0, history: false };

async function grant(filter: object, terms: Partial<LicenceTerms> = {}): Promise<number> {
  const all = {
    name: 'Some',
    partnerId,
    validFrom: null,
    validUntil: null,
    ...NARROW,
    filter: { ...filter },
    ...terms,
  };
  return (await desk.dataSource.transaction(db => createLicence(db, all, desk.now))).id;
}

const change = (id: number, terms: Partial<LicenceTerms>): Promise<Licence> =>
  desk.dataSource.transaction(db => updateLicence(db, id, terms, desk.now));

const end = (id: number): Promise<Licence> => desk.dataSource.transaction(db => removeLicence(db, id, desk.now));

test('a licence for the last days is refused, and what would be right is named; one that was granted earlier can still be changed', async () => {
  for (const name of ['published', 'updated']) {
    const filter = { [name]: { last: 'P7D' } };
    await expect(grant(filter)).rejects.toMatchObject({
      code: 'BAD_USER_INPUT',
      message: expect.stringMatching(new RegExp(`filter\\.${name}\\.last.*filter\\.${name}\\.from.*"delay"`)),
    });
    const id = await grant({});
    await expect(change(id, { filter })).rejects.toMatchObject({ code: 'BAD_USER_INPUT' });
    await desk.db.update(Licence, { id }, { filter });
    expect(await change(id, { text: false })).toMatchObject({ filter, text: false });
  }
});

const under = (slug: string): object => ({ topics: { any: [slug] } });

/** A copy that a partner keeps by what it is told: the version of each article, and what it has of it. */
interface Copy {
  who: string;
  filter: object;
  held: Map<string, string>;
  kinds: string[];
  fields: string[][];
  after: string | null;
  revision: number;
}

function newCopy(who = 'partner', filter: object = {}): Copy {
  return { who, filter, held: new Map(), kinds: [], fields: [], after: null, revision: 0 };
}

/** Does what is told until the log ends, by pages of so many; gives what was told. */
async function catchUp(copy: Copy, first = 100, pages = Infinity, latestOnly = false): Promise<string[]> {
  const told: string[] = [];
  for (let page = 0; page < pages; page += 1) {
    const { after, filter } = copy;
    const { changes }: any = await askAs(copy.who, CHANGES, { after, filter, first, latestOnly });
    // Withdrawals that nobody has acknowledged for an hour come again: they are done already.
    for (const node of changes.nodes.filter(({ redelivery }: any) => !redelivery)) {
      doAsTold(copy, node);
      told.push(node.kind);
    }
    copy.after = changes.pageInfo.endCursor;
    if (!changes.pageInfo.hasNextPage) break;
  }
  return told;
}

function doAsTold(copy: Copy, { kind, articleId, article, version, revision, changedFields }: any): void {
  expect(copy.held.has(articleId)).toBe(kind !== 'ENTERED');
  // In order, but for the first copy, which is told by its articles.
  expect(revision >= copy.revision || kind === 'ENTERED').toBe(true);
  if (kind !== 'ENTERED') copy.revision = revision;
  if (['WITHDRAWN', 'EXPIRED', 'LEFT'].includes(kind)) copy.held.delete(articleId);
  else copy.held.set(articleId, article ? copyOf(article) : `${version}`);
  copy.kinds.push(kind);
  if (kind === 'UPDATED') copy.fields.push(changedFields);
}

/** That a copy is what the gate gives, and as many as the digest counts. */
async function check({ who, filter, held }: Copy): Promise<void> {
  const { articles, syncDigest }: any = await askAs(who, GATE, { filter });
  const given = articles.nodes.map((node: any) => [node.id, copyOf(node)]);
  expect(Object.fromEntries(held)).toEqual(Object.fromEntries(given));
  expect(syncDigest.count).toBe(held.size);
}

const copyOf = ({ version, body, media }: any): string =>
  `${version} ${body?.text ?? '-'} ${media ? media.length : '-'}`;

const CHANGES = `query ($after: String, $filter: ArticleFilter, $first: Int!, $latestOnly: Boolean!) {
  changes(after: $after, filter: $filter, first: $first, latestOnly: $latestOnly) {
    nodes { kind revision version redelivery articleId changedFields article { version body { text } media { id } } }
    pageInfo { hasNextPage endCursor }
  }
}`;
const GATE = `query ($filter: ArticleFilter) {
  articles(filter: $filter, first: 100) { nodes { id version body { text } media { id } } }
  syncDigest(filter: $filter) { count }
}`;

async function askAs(who: string, query: string, variables: Record<string, unknown>): Promise<any> {
  const { data, errors } = await server.ask({ query, variables }, { 'x-api-key': keys.get(who)! });
  expect(errors ?? []).toEqual([]);
  return data;
}

function items(count: number, topic: string): object[] {
  return Array.from({ length: count }, (_, place) => ({
    identity: `${topic}${place}`,
    headline: `Tin ${place}`,
    subjects: filedUnder(topic),
  }));
}

const kindsOf = (kind: string, count: number): string[] => Array.from({ length: count }, () => kind);

test('a licence that is gained, changed and lost is told article by article, and to nobody else', async () => {
  await desk.take('desk', ...items(7, 'football'), ...items(4, 'asean'));
  const [copy, other] = [newCopy(), newCopy('other')];
  expect([await catchUp(copy), await catchUp(other)]).toEqual([[], []]);

  const id = await grant(under('football'));
  expect(await catchUp(copy, 2)).toEqual(kindsOf('ENTERED', 7));
  await check(copy);

  await change(id, { filter: { ...under('politics') } });
  expect((await catchUp(copy, 3)).toSorted()).toEqual([...kindsOf('ENTERED', 4), ...kindsOf('LEFT', 7)]);
  await check(copy);

  await end(id);
  expect(await catchUp(copy, 3)).toEqual(kindsOf('LEFT', 4));
  await check(copy);
  expect(await catchUp(other)).toEqual([]);
});

test('what happens to articles while a licence is told comes in its order, with no seam', async () => {
  await desk.take('desk', ...items(6, 'football'));
  const [copy, fresh] = [newCopy(), newCopy('partner', under('sport'))];
  await catchUp(copy);
  await grant(under('football'));
  await catchUp(copy, 2, 2);
  const halfway = copy.held.size;
  // Some of the articles have been told by now and some have not; both change, one goes, one comes.
  await desk.take('desk', ...items(6, 'football').map((item, place) => ({ ...item, headline: `Mới ${place}` })));
  await desk.take(
    'desk',
    { ...items(1, 'football')[0], status: 'canceled' },
    { identity: 'new', subjects: filedUnder('football') },
  );
  const second = await grant(under('asean'));
  await catchUp(copy, 2);
  await check(copy);
  await end(second);
  await catchUp(copy, 2);
  await check(copy);
  expect(halfway).toBeGreaterThan(0);
  expect(halfway).toBeLessThan(6);
  expect(copy.kinds.filter(kind => kind === 'ENTERED')).toHaveLength(7);
  expect(copy.kinds.filter(kind => kind === 'WITHDRAWN')).toHaveLength(1);
  await catchUp(fresh, 1);
  await check(fresh);
});

test('the latest alone crosses changes of licences as well', async () => {
  const copy = newCopy();
  await desk.take('desk', ...items(3, 'football'));
  await catchUp(copy);
  const id = await grant(under('football'));
  await desk.take('desk', ...items(3, 'football').map(item => ({ ...item, headline: 'Hai' })));
  await desk.take('desk', ...items(3, 'football').map(item => ({ ...item, headline: 'Ba' })));
  expect(await catchUp(copy, 2, Infinity, true)).toEqual([...kindsOf('ENTERED', 3), ...kindsOf('UPDATED', 3)]);
  await check(copy);
  await end(id);
  await desk.take('desk', ...items(3, 'football').map(item => ({ ...item, headline: 'Bốn' })));
  expect(await catchUp(copy, 2, Infinity, true)).toEqual(kindsOf('LEFT', 3));
});

test('a copy that was begun before a licence changed is finished by what it was, and goes on with the change', async () => {
  await desk.take('desk', ...items(3, 'football'), ...items(3, 'asean'));
  const id = await grant(under('football'));
  const copy = newCopy();
  await catchUp(copy, 1, 1);
  await change(id, { filter: { ...under('asean') } });
  await catchUp(copy, 2);
  expect(copy.kinds.filter(kind => kind === 'LEFT')).toHaveLength(3);
  await check(copy);
});

test('the beginning and the end of a licence are told when they come', async () => {
  await desk.take('desk', ...items(3, 'football'));
  const copy = newCopy();
  await catchUp(copy);
  const hour = (count: number): Date => new Date(Date.UTC(2022, 7, 1, count));
  await grant(under('football'), { validFrom: hour(1), validUntil: hour(2) });
  expect(await catchUp(copy)).toEqual([]);

  desk.now = hour(1);
  await recordDueChanges(desk.dataSource, desk.now);
  expect(await catchUp(copy)).toEqual(kindsOf('ENTERED', 3));
  await check(copy);

  desk.now = hour(2);
  await Promise.all([recordDueChanges(desk.dataSource, desk.now), recordDueChanges(desk.dataSource, desk.now)]);
  await recordDueChanges(desk.dataSource, desk.now);
  expect(await catchUp(copy)).toEqual(kindsOf('LEFT', 3));
  await check(copy);
  expect(await recordDueChanges(desk.dataSource, hour(9))).toBe(0);
});

test('a delay lets each article in as it grows old enough, whether it or the licence was there first', async () => {
  const publishedAt = (minutes: number): Date => new Date(Date.UTC(2022, 6, 31, 23, minutes));
  const old = { ...items(1, 'football')[0], publishedAt: publishedAt(0) };
  await desk.take('desk', old, { identity: 'before', publishedAt: publishedAt(40) });
  const copy = newCopy();
  await catchUp(copy);
  await grant({}, { delaySeconds: 3_600, media: false });
  await desk.take('desk', { identity: 'after', publishedAt: publishedAt(50) });
  expect(await catchUp(copy)).toEqual(['ENTERED']);
  await check(copy);

  for (const minutes of [100, 110]) {
    desk.now = publishedAt(minutes);
    expect(await recordDueChanges(desk.dataSource, desk.now)).toBe(1);
    expect(await catchUp(copy)).toEqual(['ENTERED']);
    await check(copy);
  }
  await desk.take('desk', { identity: 'after', publishedAt: publishedAt(115) });
  expect(await catchUp(copy)).toEqual(['LEFT']);
  await check(copy);
});

test('the text and the media that licences add or take away are told too', async () => {
  await desk.take('desk', ...items(2, 'football'));
  const headlines = await grant({}, { text: false, media: false });
  const copy = newCopy();
  expect(await catchUp(copy)).toEqual(kindsOf('ENTERED', 2));
  await check(copy);

  const full = await grant(under('sport'), { media: false });
  expect(await catchUp(copy)).toEqual(kindsOf('UPDATED', 2));
  await check(copy);
  await change(headlines, { media: true });
  expect(await catchUp(copy)).toEqual(kindsOf('UPDATED', 2));
  await check(copy);
  await end(full);
  expect(await catchUp(copy)).toEqual(kindsOf('UPDATED', 2));
  await check(copy);
  expect(copy.fields).toEqual([['body'], ['body'], ['media'], ['media'], ['body'], ['body']]);
  // The name of a licence is nothing that a copy could notice.
  await change(headlines, { name: 'Otherwise' });
  expect(await catchUp(copy)).toEqual([]);
});

test('a partner that moves gains and loses what is kept to territories', async () => {
  await desk.take('desk', ...items(3, 'football'));
  const [first, second] = await desk.db.query('select id from article order by id');
  await desk.db.query(`update article set rights = '{"territories": {"only": ["KH"]}}' where id = $1`, [first.id]);
  await desk.db.query(`update article set rights = '{"territories": {"only": ["LA"]}}' where id = $1`, [second.id]);
  await desk.db.query('update article_state set rights = (select rights from article where id = article_id)');
  await grant({});
  const [copy, behind] = [newCopy(), newCopy()];
  expect(await catchUp(copy)).toEqual(kindsOf('ENTERED', 2));
  await catchUp(behind, 1, 1);

  await desk.dataSource.transaction(db => movePartner(db, 'partner', 'KH', desk.now));
  expect((await catchUp(copy)).toSorted()).toEqual(['ENTERED', 'LEFT']);
  await check(copy);
  await catchUp(behind, 1);
  await check(behind);
});

test('a licence for a text is told by the words of each version', async () => {
  await desk.take('desk', { identity: 'a', headline: 'Tin hữu nghị' }, { identity: 'b', headline: 'Tin' });
  const copy = newCopy();
  await catchUp(copy);
  await grant({ text: 'hữu nghị' });
  expect(await catchUp(copy)).toEqual(['ENTERED']);
  await check(copy);
  await desk.take('desk', { identity: 'a', headline: 'Tin' }, { identity: 'b', headline: 'Tin hữu nghị' });
  expect((await catchUp(copy)).toSorted()).toEqual(['ENTERED', 'LEFT']);
  await check(copy);
});

test('copies end as the gate says while articles and licences change at once, by their terms and by their time', async () => {
  const own = await grant(under('football'));
  const shared = await grant(under('asean'), { partnerId: null, text: false });
  const copies = [
    newCopy(),
    newCopy('partner', under('sport')),
    newCopy('other'),
    newCopy('partner', { text: 'tin 3' }),
  ];
  const writing = { now: true };
  const start = desk.now.getTime();

  const writers = Array.from({ length: 4 }, async (_, writer) => {
    for (let round = 0; round < 6; round += 1) {
      const topic = ['football', 'asean'][(writer + round) % 2]!;
      await desk.take('desk', {
        identity: `${(writer * 5 + round) % 9}`,
        headline: `Tin ${round}`,
        subjects: filedUnder(topic),
        status: (writer + round) % 5 === 0 ? 'canceled' : 'usable',
        publishedAt: new Date(start - ((writer * round) % 4) * 1_000),
      });
    }
  });
  const licensing = (async () => {
    for (let round = 0; round < 5; round += 1) {
      desk.now = new Date(start + round * 1_000);
      await change(own, { filter: { ...under(round % 2 === 0 ? 'asean' : 'sport') }, delaySeconds: round % 3 });
      await change(shared, { text: round % 2 === 0, validUntil: new Date(desk.now.getTime() + 1_500) });
      await recordDueChanges(desk.dataSource, desk.now);
      const brief = await grant({}, { delaySeconds: 2 });
      if (round % 2 === 0) await end(brief);
      await desk.dataSource.transaction(db => movePartner(db, 'partner', ['LA', 'KH'][round % 2]!, desk.now));
    }
  })();
  const reading = copies.map(async (copy, place) => {
    do await catchUp(copy, 2, Infinity, place === 1);
    while (writing.now);
  });
  await Promise.all([...writers, licensing]).finally(() => (writing.now = false));
  await Promise.all(reading);

  for (const later of [0, 3_600_000]) {
    desk.now = new Date(start + 5_000 + later);
    await recordDueChanges(desk.dataSource, desk.now);
    for (const copy of copies) {
      await catchUp(copy, 3);
      await check(copy);
    }
  }
  expect(new Set(copies.flatMap(({ kinds }) => kinds))).toEqual(new Set(['ENTERED', 'UPDATED', 'WITHDRAWN', 'LEFT']));
});
