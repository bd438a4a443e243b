import { ApolloClient, gql, HttpLink, InMemoryCache } from '@apollo/client/core/index.js';
import { runCommand } from '../support/run-command.js';
import { runGateway, type RunningGateway } from '../support/running-gateway.js';

let gateway: RunningGateway;

beforeAll(async () => {
  gateway = await runGateway();
});

afterAll(() => gateway.close());

const EVENT = 'Năm Đoàn kết hữu nghị Việt Nam – Lào';

/** A feed of a source of its own style: the event stands in the text only, under other dashes. */
const FEED = `<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0"><channel><title>Tin</title><link>https://tin.example/</link><description/><language>vi</language>
  <item><guid isPermaLink="false">tin-1</guid><title>Triển lãm ảnh ở Viêng Chăn</title><pubDate>Mon, 18 Jul 2022 09:30:00 +0700</pubDate>
    <description>&lt;p&gt;Hoạt động trong khuôn khổ ${EVENT} 2022.&lt;/p&gt;</description><category>Ngoại giao</category></item>
</channel></rss>`;

test('a newcomer finds articles by topic, by event and by date', async () => {
  const data = await gateway.ask(`{
    topic: articles(filter: { topics: { any: ["foreign-relations"] }, languages: ["lo"] }, first: 3) {
      nodes { language topics { slug ancestors { slug } } } totalCount
    }
    event: articles(filter: { events: { any: ["vietnam-laos-2022"] } }, first: 50) { nodes { events { slug name(language: "vi") } } totalCount }
    date: articles(filter: { published: { from: "2022-01-01", to: "2023-01-01", timeZone: "Asia/Ho_Chi_Minh" } }, first: 100) {
      nodes { publishedAt } totalCount
    }
  }`);
  expect(data.topic.totalCount).toBeGreaterThan(2);
  for (const { language, topics } of data.topic.nodes) {
    expect(language).toBe('lo');
    expect(JSON.stringify(topics)).toContain('foreign-relations');
  }
  expect(data.event.totalCount).toBeGreaterThan(10);
  for (const { events } of data.event.nodes) {
    expect(events).toContainEqual({ slug: 'vietnam-laos-2022', name: 'Năm Đoàn kết hữu nghị Việt Nam–Lào 2022' });
  }
  expect(data.date.totalCount).toBe(data.date.nodes.length);
  for (const { publishedAt } of data.date.nodes) expect(publishedAt).toMatch(/^202(1-12-31T(1[7-9]|2)|2)/);
});

test('an article of an ingested feed is found by the event whose Vietnamese name stands in it', async () => {
  const run = await runCommand(
    ['ingest', '-', '--source', 'foreign-desk', '--json'],
    { DATABASE_URL: gateway.databaseUrl },
    FEED,
  );
  expect(run).toMatchObject({ code: 0, stdout: expect.stringContaining('"result":"stored"') });

  const { articles } =
    await gateway.ask(`{ articles(filter: { events: { any: ["vietnam-laos-2022"] }, topics: { any: ["foreign-relations"] },
    published: { on: "2022-07-18", timeZone: "Asia/Ho_Chi_Minh" } }) { nodes { headline lede source { name(language: "vi") } } } }`);
  expect(articles.nodes).toContainEqual(expect.objectContaining({ headline: 'Triển lãm ảnh ở Viêng Chăn' }));

  const again = await runCommand(
    ['ingest', '-', '--source', 'foreign-desk'],
    { DATABASE_URL: gateway.databaseUrl },
    FEED,
  );
  expect(again.stderr).toContain('1 items: 0 stored, 0 updated, 1 unchanged, 0 rejected.');
});

test('a client of Apollo pages through a topic', async () => {
  const client = new ApolloClient({
    cache: new InMemoryCache(),
    link: new HttpLink({ uri: `${gateway.url}/graphql` }),
  });
  const query = gql`
    query Page($after: String) {
      articles(filter: { topics: { any: ["sport"] } }, first: 7, after: $after) {
        nodes {
          id
          headline
        }
        pageInfo {
          endCursor
          hasNextPage
        }
        totalCount
      }
    }
  `;
  const seen: string[] = [];
  let after: string | null = null;
  let total = 0;
  do {
    const { data }: any = await client.query({ query, variables: { after } });
    seen.push(...data.articles.nodes.map(({ id }: { id: string }) => id));
    total = data.articles.totalCount;
    after = data.articles.pageInfo.hasNextPage ? data.articles.pageInfo.endCursor : null;
  } while (after !== null);

  expect(new Set(seen).size).toBe(seen.length);
  expect(seen.length).toBe(total);
  client.stop();
});

test('the pictures of the demo are served by the gateway itself', async () => {
  const { articles } = await gateway.ask(
    '{ articles(filter: { hasMedia: [PICTURE] }, first: 1) { nodes { media { url alt } } } }',
  );
  const picture = await fetch(articles.nodes[0].media[0].url);
  expect(picture.status).toBe(200);
  expect(picture.headers.get('content-type')).toBe('image/svg+xml');
});

test('whether it is alive and ready can be asked', async () => {
  for (const path of ['/health/live', '/health/ready']) expect((await fetch(gateway.url + path)).status).toBe(200);
});
