import { createLicence } from '../../src/changes/store-licence.js';
import { partnerWithKey } from '../support/desk-keys.js';
import { serveDesk } from '../support/desk-server.js';
import { type Desk, openDesk } from '../support/desk.js';
import type { Scope } from '../../src/partners/scope.js';
import type { SampleServer } from '../support/sample-server.js';

let desk: Desk;
let server: SampleServer;

const LATER = new Date('2022-09-01T00:00:00Z');
const BEFORE = new Date('2022-07-20T00:00:00Z');

beforeAll(async () => {
  desk = await openDesk();
  await desk.db.query('delete from licence');
  server = await serveDesk(desk);
  await desk.take(
    'desk',
    { identity: 'open', headline: 'Open' },
    { identity: 'embargoed', headline: 'Embargoed', embargoedUntil: LATER },
    { identity: 'withheld', headline: 'Withheld', embargoedUntil: 'forever' },
    { identity: 'expired', headline: 'Expired', expiresAt: BEFORE },
    { identity: 'elsewhere', headline: 'Elsewhere' },
    { identity: 'withdrawn', headline: 'Withdrawn' },
  );
  await desk.take('desk', { identity: 'withdrawn', headline: 'Withdrawn', status: 'canceled' });
  await desk.db.query(`update article set rights = '{"territories": {"only": ["KH"]}}' where headline = 'Elsewhere'`);
});

afterAll(async () => {
  await server.app.close();
  await desk.close();
});

let count = 0;

async function readWith(scopes: Scope[], licensed = false): Promise<any> {
  const { headers, partnerId } = await partnerWithKey(desk, `partner-${(count += 1)}`, scopes);
  if (licensed) await createLicence(desk.db, { ...TERMS, partnerId }, desk.now);
  const query = `{ articles { totalCount nodes { headline body { html } } } syncDigest { count } }`;
  const { data, errors }: any = await server.ask({ query }, headers);
  expect(errors).toEqual([]);
  return { ...data, headlines: data.articles.nodes.map(({ headline }: any) => headline).toSorted() };
}

const TERMS = {
  name: 'Everything',
  filter: {},
  text: false,
  media: false,
  embargoAccess: false,
  delaySeconds: 0,
  history: false,
  validFrom: null,
  validUntil: null,
};

test.each<Scope[][]>([[['desk']], [['read', 'desk']]])(
  'a key of the desk (%s) reads everything that is not withdrawn, whole, without a licence',
  async scopes => {
    const { articles, headlines } = await readWith(scopes);
    expect(headlines).toEqual(['Elsewhere', 'Embargoed', 'Expired', 'Open', 'Withheld']);
    expect(articles.totalCount).toBe(5);
    expect(articles.nodes.every(({ body }: any) => body !== null)).toBe(true);
  },
);

test.each<Scope[][]>([[['admin']], [['webhooks']], [['admin', 'webhooks']], [['read']], [['read', 'admin']]])(
  'a key with other scopes (%s) reads nothing without a licence',
  async scopes => {
    expect(await readWith(scopes)).toMatchObject({ headlines: [], articles: { totalCount: 0 } });
  },
);

test('a licence gives a reader no more than before, and an administrator who does not read nothing', async () => {
  expect(await readWith(['read'], true)).toMatchObject({ headlines: ['Open'], syncDigest: { count: 1 } });
  expect(await readWith(['admin'], true)).toMatchObject({ headlines: [], syncDigest: { count: 0 } });
});

test('what the desk has as a copy goes by its licences, and not by what it may look at', async () => {
  expect(await readWith(['read', 'desk'])).toMatchObject({ syncDigest: { count: 0 } });
  expect(await readWith(['read', 'desk'], true)).toMatchObject({ syncDigest: { count: 1 } });
  expect(await readWith(['desk'], true)).toMatchObject({ syncDigest: { count: 0 } });
});
