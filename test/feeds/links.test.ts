import { globalId } from '../../src/graphql/global-id.js';
import { type Desk, filedUnder, openDesk } from '../support/desk.js';
import { serveDesk } from '../support/desk-server.js';
import type { SampleServer } from '../support/sample-server.js';

let desk: Desk;
let server: SampleServer;

beforeAll(async () => {
  desk = await openDesk();
  await desk.take(
    'desk',
    { identity: 'a', url: 'https://desk.example/a', subjects: filedUnder('asean', 'vietnam-laos-2022') },
    { identity: 'b', headline: 'Không có địa chỉ' },
  );
  server = await serveDesk(desk);
});

afterAll(async () => {
  await server.app.close();
  await desk.close();
});

const FEEDS = 'feeds { rss atom json ninjs }';
const feedsOf = (path: string): object =>
  Object.fromEntries(
    ['rss', 'atom', 'json', 'ninjs'].map(format => [format, `http://127.0.0.1${path}/feed.${format}`]),
  );

test('topics, events and sources tell where their feeds are, and each address answers', async () => {
  const { data } = await server.ask({
    query: `{ topic(slug: "asean") { ${FEEDS} } event(slug: "vietnam-laos-2022") { ${FEEDS} } source(slug: "desk") { ${FEEDS} } }`,
  });
  expect(data).toEqual({
    topic: { feeds: feedsOf('/topics/asean') },
    event: { feeds: feedsOf('/events/vietnam-laos-2022') },
    source: { feeds: feedsOf('/sources/desk') },
  });
  for (const { feeds } of Object.values(data as Record<string, { feeds: Record<string, string> }>)) {
    for (const address of Object.values(feeds)) {
      expect((await fetch(server.url + new URL(address).pathname)).status).toBe(200);
    }
  }
});

test('an article tells where it can be read and had, the original first', async () => {
  const { data } = await server.ask({ query: '{ articles { nodes { id links { canonical html ninjs api } } } }' });
  const { nodes } = (data as { articles: { nodes: { id: string; links: Record<string, string> }[] } }).articles;
  const [b, a] = nodes.toSorted((one, other) => (one.id > other.id ? -1 : 1));
  expect(a!.links).toMatchObject({
    canonical: 'https://desk.example/a',
    html: `http://127.0.0.1/articles/${a!.id}`,
    ninjs: `http://127.0.0.1/articles/${a!.id}/ninjs`,
  });
  expect(b!.links.canonical).toBe(b!.links.html);

  const at = (address: string): string => address.replace('http://127.0.0.1', server.url);
  expect((await fetch(at(a!.links.html!))).status).toBe(200);
  expect(await (await fetch(at(a!.links.ninjs!))).json()).toMatchObject({
    0: { headlines: [{ value: 'Hội nghị Đối ngoại' }] },
  });
  const headers = { accept: 'application/json', 'apollo-require-preflight': 'true' };
  expect(await (await fetch(at(b!.links.api!), { headers })).json()).toMatchObject({
    data: { article: { id: b!.id, headline: 'Không có địa chỉ' } },
  });
});

test('no link takes a statement', async () => {
  const article = globalId('Article', 1);
  await desk.ask(`{ topics { nodes { ${FEEDS} } } events { nodes { ${FEEDS} } } sources { nodes { ${FEEDS} } } }`);
  expect(desk.statements).toEqual([]);
  await desk.ask(
    `{ article(id: "${article}") { links { canonical html ninjs api } topics { ${FEEDS} } events { ${FEEDS} } } }`,
  );
  expect(desk.statements).toHaveLength(1);
});
