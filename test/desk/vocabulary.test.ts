import { partnerWithKey } from '../support/desk-keys.js';
import { serveDesk } from '../support/desk-server.js';
import { type Desk, openDesk } from '../support/desk.js';
import type { SampleServer } from '../support/sample-server.js';

let desk: Desk;
let server: SampleServer;
let editor: Record<string, string>;

beforeAll(async () => {
  desk = await openDesk();
  server = await serveDesk(desk);
  editor = (await partnerWithKey(desk, 'editors', ['desk'])).headers;
});

afterAll(async () => {
  await server.app.close();
  await desk.close();
});

async function save(mutation: string, input: object, fields: string): Promise<any> {
  const type = mutation[0]!.toUpperCase() + mutation.slice(1);
  const query = `mutation ($input: ${type}Input!) { ${mutation}(input: $input) { ${fields} } }`;
  return server.ask({ query, variables: { input } }, editor);
}

test('the desk adds an event, changes it by its slug, and files articles by its alias from then on', async () => {
  const fields = 'event { slug name startsOn endsOn countries topics { slug } }';
  const added = await save(
    'saveEvent',
    {
      slug: 'vietnam-cambodia-2022',
      names: [{ language: 'en', text: 'Year of Friendship' }],
      startsOn: '2022-01-01',
      endsOn: '2022-12-31',
      countries: ['VN', 'KH'],
      topics: ['foreign-relations'],
      aliases: ['Năm Hữu nghị Việt Nam - Campuchia'],
    },
    fields,
  );
  expect(added.errors ?? []).toEqual([]);
  expect(added.data.saveEvent.event).toEqual({
    slug: 'vietnam-cambodia-2022',
    name: 'Year of Friendship',
    startsOn: '2022-01-01',
    endsOn: '2022-12-31',
    countries: ['VN', 'KH'],
    topics: [{ slug: 'foreign-relations' }],
  });

  const changed = await save('saveEvent', { slug: 'vietnam-cambodia-2022', endsOn: '2023-01-31' }, fields);
  expect(changed.data.saveEvent.event).toMatchObject({ name: 'Year of Friendship', endsOn: '2023-01-31' });

  await desk.take('desk', { identity: 'x', headline: 'Khai mạc Năm Hữu nghị Việt Nam–Campuchia' });
  const { articles } = await desk.ask('{ articles { nodes { events { slug } } } }');
  expect(articles.nodes).toEqual([{ events: [{ slug: 'vietnam-cambodia-2022' }] }]);

  const wrong = await save('saveEvent', { slug: 'vietnam-cambodia-2022', startsOn: '2024-01-01' }, fields);
  expect(wrong.errors[0].extensions.code).toBe('BAD_USER_INPUT');
});

test('the desk adds a source with its feed, changes it, and stops polling it', async () => {
  const fields = 'source { slug name homepage country languages }';
  const added = await save(
    'saveSource',
    {
      slug: 'agency',
      names: [{ language: 'en', text: 'The Agency' }],
      homepage: 'https://agency.example/',
      country: 'VN',
      languages: ['vi', 'en'],
      credit: 'Agency',
      feed: { url: 'https://agency.example/feed.rss', everySeconds: 300 },
    },
    fields,
  );
  expect(added.errors ?? []).toEqual([]);
  expect(added.data.saveSource.source).toEqual({
    slug: 'agency',
    name: 'The Agency',
    homepage: 'https://agency.example/',
    country: 'VN',
    languages: ['vi', 'en'],
  });
  const stored = async (): Promise<any> =>
    (await desk.db.query(`select feed_url as "feedUrl", credit, country from source where slug = 'agency'`))[0];
  expect(await stored()).toEqual({ feedUrl: 'https://agency.example/feed.rss', credit: 'Agency', country: 'VN' });

  await save('saveSource', { slug: 'agency', feed: null, country: 'LA' }, fields);
  expect(await stored()).toEqual({ feedUrl: null, credit: 'Agency', country: 'LA' });

  const wrong = await save(
    'saveSource',
    { slug: 'agency', feed: { url: 'https://x.example/', everySeconds: 1 } },
    fields,
  );
  expect(wrong.errors[0].extensions.code).toBe('BAD_USER_INPUT');
});
