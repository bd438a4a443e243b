import { setTimeout as wait } from 'node:timers/promises';
import { createDataSource } from '../../src/database/data-source.js';
import { storeFeed } from '../../src/changes/store-feed.js';
import { entities } from '../../src/entities.js';
import { type RunningGateway, runGateway } from '../support/running-gateway.js';

let gateway: RunningGateway;

beforeAll(async () => {
  gateway = await runGateway({ POLL: 'false', PUBLIC_URL: 'https://news.example/' });
});

afterAll(() => gateway.close());

test('the demo keeps feeds, whose addresses are where visitors reach the gateway', async () => {
  const { feed } = await gateway.ask('{ feed(slug: "vietnam-laos-in-lao") { links { rss } articles { totalCount } } }');
  expect(feed).toEqual({
    links: { rss: 'https://news.example/feeds/vietnam-laos-in-lao.rss' },
    articles: { totalCount: expect.any(Number) },
  });
  expect(feed.articles.totalCount).toBeGreaterThan(0);
  const answer = await fetch(`${gateway.url}/feeds/vietnam-laos-in-lao.json`);
  expect((await answer.json()).items).toHaveLength(feed.articles.totalCount);
});

test('a running gateway hears of a feed that another process keeps', async () => {
  const dataSource = await createDataSource({ url: gateway.databaseUrl, entities }).initialize();
  const feed = { partnerId: null, slug: 'new-one', names: { en: 'New one' }, descriptions: {}, filter: {} };
  await dataSource.transaction(db => storeFeed(db, feed, new Date()));
  await dataSource.destroy();
  while ((await fetch(`${gateway.url}/feeds/new-one.rss`)).status === 404) await wait(50);
  expect(await gateway.ask('{ feed(slug: "new-one") { title } }')).toEqual({ feed: { title: 'New one' } });
}, 60_000);
