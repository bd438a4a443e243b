import { parseRssFeed } from 'feedsmith';
import { readFile } from 'node:fs/promises';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from '../support/browser.js';
import { accessibilityFaults, keepScreenshot } from '../support/host-page.js';
import { runGateway, type RunningGateway } from '../support/running-gateway.js';
import { startWebServer, type WebServer } from '../support/web-server.js';

/** The gateway that the examples name. */
const NAMED = 'http://127.0.0.1:4000';
const OEMBED_COMMENT = /<!-- What \/oembed gives.*?-->/;

let gateway: RunningGateway;
let browser: Browser;
let site: WebServer;
let page: Page;
let shown: string;
let elsewhere: string[];
let complaints: string[];

beforeAll(async () => {
  site = await startWebServer((_request, response) => {
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(shown);
  });
  [gateway, browser] = await Promise.all([runGateway({ POLL: 'false' }), launchBrowser()]);
});
afterAll(async () => {
  await browser.close();
  await site.close();
  await gateway.close();
});
beforeEach(async () => {
  page = await browser.newPage({ viewport: { width: 900, height: 900 } });
  [elsewhere, complaints] = [[], []];
  page.on('console', message => message.type() === 'error' && complaints.push(message.text()));
  page.on('request', request => {
    const { origin, protocol } = new URL(request.url());
    const known = [gateway.url, `http://localhost:${site.port}`];
    if (protocol !== 'data:' && !known.includes(origin)) elsewhere.push(request.url());
  });
});
afterEach(() => page.close());

/** Opens an example from its own site, on another host than the gateway. */
async function open(path: string, change = (text: string) => text): Promise<void> {
  shown = change(await readFile(path, 'utf8')).replaceAll(NAMED, gateway.url);
  await page.goto(`http://localhost:${site.port}/`);
}

const inWidget = () => page.locator('nhip-cau-feed .headline').allInnerTexts();
const inFrame = () => page.frameLocator('iframe').locator('.headline').allInnerTexts();

test('the plain page shows the Lao articles of the year of friendship with Laos by widget, frame and RSS alike', async () => {
  await open('examples/embed-plain/index.html');
  await page.locator('nhip-cau-feed .headline').first().waitFor();
  await page.frameLocator('iframe').locator('.headline').first().waitFor();
  const feed = parseRssFeed(await (await fetch((await page.locator('a.rss').getAttribute('href'))!)).text());
  const titles = feed.items!.map(({ title }) => title);

  const { event, articles } = await gateway.ask(
    '{ event(slug: "vietnam-laos-2022") { name(language: "vi") } articles(filter: { events: { any: ["vietnam-laos-2022"] }, languages: ["lo"] }) { nodes { headline } } }',
  );
  expect(await page.locator('p[lang=vi]').innerText()).toBe(event.name);
  expect(event.name).toBe('Năm Đoàn kết hữu nghị Việt Nam–Lào 2022');
  expect(titles.length).toBeGreaterThanOrEqual(2);
  expect(titles).toEqual(articles.nodes.map(({ headline }: { headline: string }) => headline));
  for (const title of titles) expect(title).toMatch(/\p{Script=Lao}/u);
  expect(await inWidget()).toEqual(titles.slice(0, 2));
  expect(await inFrame()).toEqual(titles.slice(0, 2));
  expect(await accessibilityFaults(page)).toEqual([]);
  expect(elsewhere).toEqual([]);
  expect(complaints).toEqual([]);
  await keepScreenshot(page, 'example-plain-desk');

  await page.setViewportSize({ width: 360, height: 800 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
  await keepScreenshot(page, 'example-plain-phone');
});

test('nothing moves on the plain page while it comes, by the browser’s own count', async () => {
  await page.addInitScript(() => {
    const shifts = { sum: 0 };
    Object.assign(globalThis, { shifts });
    new PerformanceObserver(list => {
      for (const entry of list.getEntries()) shifts.sum += (entry as PerformanceEntry & { value: number }).value;
    }).observe({ type: 'layout-shift', buffered: true });
  });
  await open('examples/embed-plain/index.html');
  await page.locator('nhip-cau-feed .headline').first().waitFor();
  await page.frameLocator('iframe').locator('.headline').first().waitFor();
  expect(await page.evaluate(() => (globalThis as unknown as { shifts: { sum: number } }).shifts.sum)).toBeLessThan(
    0.01,
  );
});

test('the WordPress page shows the block, and the frame that the provider told of', async () => {
  const block = await readFile('examples/embed-wordpress/embed-block.html', 'utf8');
  const { url } = JSON.parse(/wp:embed (\{.*\}) -->/.exec(block)![1]!) as { url: string };
  const asked = new URLSearchParams({ url: url.replace(NAMED, gateway.url), maxwidth: '645', format: 'json' });
  const { html }: any = await (await fetch(`${gateway.url}/oembed?${asked.toString()}`)).json();
  const snippet = (await readFile('examples/embed-wordpress/custom-html-block.html', 'utf8')).replace(
    /<!--.*?-->\n/g,
    '',
  );

  await open('examples/embed-wordpress/page.html', text => {
    expect(text).toContain(snippet);
    expect(text).toMatch(OEMBED_COMMENT);
    return text.replace(OEMBED_COMMENT, html);
  });
  await page.locator('nhip-cau-feed .headline').first().waitFor();
  await page.frameLocator('iframe').locator('.headline').first().waitFor();
  expect(await inWidget()).toHaveLength(2);
  expect(await inFrame()).toEqual(await inWidget());
  expect(await accessibilityFaults(page)).toEqual([]);
  expect(elsewhere).toEqual([]);
  expect(complaints).toEqual([]);
  await keepScreenshot(page, 'example-wordpress');
});
