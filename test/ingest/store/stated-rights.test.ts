import { createKey } from '../../../src/partners/create-key.js';
import { createPartner } from '../../../src/partners/create-partner.js';
import { globalId } from '../../../src/graphql/global-id.js';
import { partnerWithKey } from '../../support/desk-keys.js';
import { serveDesk } from '../../support/desk-server.js';
import { type Desk, openDesk } from '../../support/desk.js';
import type { SampleServer } from '../../support/sample-server.js';
import { parseNinjs } from '../../../src/ingest/formats/parse-ninjs.js';
import type { IncomingArticle } from '../../../src/ingest/incoming.js';
import { onlyArticle, rss } from '../feed-samples.js';

let desk: Desk;
let server: SampleServer;

beforeEach(async () => {
  desk = await openDesk();
  server = await serveDesk(desk);
});
afterEach(async () => {
  await server.app.close();
  await desk.close();
});

async function from(country: string): Promise<Record<string, string>> {
  const { id } = await createPartner(desk.db, { slug: country.toLowerCase(), name: country, country });
  return { 'x-api-key': (await createKey(desk.db, { partnerId: id, label: 'a', scopes: ['read'] }, desk.now)).text };
}

async function ask(query: string, headers: Record<string, string>): Promise<any> {
  const { data, errors } = await server.ask({ query }, headers);
  expect(errors).toEqual([]);
  return data;
}

const sent = (headline: string, said: string) =>
  desk.take('desk', onlyArticle(rss(`<item><guid>a</guid><title>${headline}</title>${said}</item>`)));
const USAGE = '{ articles { nodes { headline usage { onlyIn notIn terms } } } }';
const ONLY_LAOS = '<media:restriction relationship="allow" type="country">la</media:restriction>';

test('what a feed says of countries and terms is told to the partners that may have the article, and hides it from the others', async () => {
  const [lao, khmer] = [await from('LA'), await from('KH')];
  await sent('Tin', `${ONLY_LAOS}<dc:rights>Not for archives.</dc:rights>`);
  const usage = { onlyIn: ['LA'], notIn: [], terms: 'Not for archives.' };
  expect((await ask(USAGE, lao)).articles.nodes).toEqual([{ headline: 'Tin', usage }]);
  expect((await ask(USAGE, khmer)).articles.nodes).toEqual([]);

  await sent('Tin', '');
  const free = { onlyIn: null, notIn: [], terms: null };
  expect((await ask(USAGE, khmer)).articles.nodes).toEqual([{ headline: 'Tin', usage: free }]);
});

test('what has a policy that cannot be read reaches no partner and no visitor until the desk says what it allows', async () => {
  const editor = (await partnerWithKey(desk, 'editors', ['desk', 'read'])).headers;
  const readers = [await from('VN'), await from('LA'), {}];
  const [item] = parseNinjs({ uri: 'a', headline: 'Tin', body_text: 'x', rightsinfo: { encodedrights: '{' } }).items;
  const [outcome] = await desk.take('desk', item as IncomingArticle);
  expect(outcome?.notes).toContain('Its policy of rights cannot be read.');
  for (const reader of readers) expect((await ask(USAGE, reader)).articles.nodes).toEqual([]);

  const [{ id: key }] = await desk.db.query('select id from article');
  await ask(`mutation { setRights(input: { article: "${globalId('Article', key)}" }) { version } }`, editor);
  for (const reader of readers) expect((await ask(USAGE, reader)).articles.nodes).toHaveLength(1);
});

test('what the desk has set stays, whatever the source says of rights later, and whatever else the desk edits', async () => {
  const editor = (await partnerWithKey(desk, 'editors', ['desk', 'read'])).headers;
  const lao = await from('LA');
  await sent('Tin', ONLY_LAOS);
  const [{ id: key }] = await desk.db.query('select id from article');
  const article = `article: "${globalId('Article', key)}"`;

  await ask(`mutation { updateArticle(input: { ${article}, headline: "Tin mới" }) { version } }`, editor);
  expect(await desk.db.query('select rights from article')).toEqual([{ rights: { territories: { only: ['LA'] } } }]);

  await ask(`mutation { setRights(input: { ${article}, notIn: ["KH"], terms: " Web. " }) { version } }`, editor);
  await sent('Tin khác', '<dc:rights>Anything goes.</dc:rights>');
  expect((await ask(USAGE, lao)).articles.nodes).toEqual([
    { headline: 'Tin khác', usage: { onlyIn: null, notIn: ['KH'], terms: 'Web.' } },
  ]);
});
