import type { Browser, BrowserContext, Page } from 'playwright-core';
import { launchBrowser } from '../support/browser.js';
import { accessibilityFaults, type HostSite, keepScreenshot, startHostSite } from '../support/host-page.js';
import { runGateway, type RunningGateway } from '../support/running-gateway.js';

const LAOS = 'event=vietnam-laos-2022&lang=lo&limit=2';

let gateway: RunningGateway;
let browser: Browser;
let site: HostSite;
let context: BrowserContext;
let page: Page;
/** What was asked of other hosts, and what the browser complained of. */
let elsewhere: string[];
let complaints: string[];

beforeAll(async () => {
  [gateway, browser, site] = await Promise.all([runGateway({ POLL: 'false' }), launchBrowser(), startHostSite()]);
});
afterAll(async () => {
  await browser.close();
  await site.close();
  await gateway.close();
});
afterEach(() => context.close());

async function open(path: string, settings: Parameters<Browser['newContext']>[0] = {}): Promise<void> {
  context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...settings });
  [elsewhere, complaints] = [[], []];
  context.on('console', message => message.type() === 'error' && complaints.push(message.text()));
  context.on('weberror', error => complaints.push(error.error().message));
  context.on('request', request => {
    const { origin, protocol } = new URL(request.url());
    if (protocol !== 'data:' && ![gateway.url, site.url].includes(origin)) elsewhere.push(request.url());
  });
  page = await context.newPage();
  await page.goto(gateway.url + path);
}

const widgetHeadlines = (of: Page) => of.locator('nhip-cau-feed .headline').allInnerTexts();
const code = (name: string): Promise<string> => page.locator(`#code-${name}`).inputValue();
const said = (words: string): Promise<void> => page.locator('#said', { hasText: words }).waitFor();

test('from the front page to a working widget on a page of another site, as it was chosen', async () => {
  await open('/?hl=vi', { permissions: ['clipboard-read', 'clipboard-write'] });
  await page.getByRole('link', { name: 'Đưa tin bài lên trang của bạn' }).click();
  await page.getByLabel('Sự kiện').selectOption({ label: 'Năm Đoàn kết hữu nghị Việt Nam–Lào 2022' });
  await said('đã được cập nhật');
  await page.getByLabel('Ngôn ngữ của bài').selectOption('lo');
  await page.waitForURL(/lang=lo/);
  await page.getByLabel('Thẻ').check();
  await page.waitForURL(/layout=cards/);
  await page.getByLabel('Màu đường kẻ và liên kết').fill('#005a9c');
  await page.waitForURL(/accent=%23005a9c/);
  const preview = page.locator('nhip-cau-feed[layout=cards][lang=lo]');
  await preview.locator('.headline').first().waitFor();
  const previewed = await preview.locator('.headline').allInnerTexts();
  expect(previewed.join()).toMatch(/\p{Script=Lao}/u);
  const accentOf = (of: Page) => of.locator('nhip-cau-feed .from a').evaluate(credit => getComputedStyle(credit).color);
  expect(await accentOf(page)).toBe('rgb(0, 90, 156)');

  await page.getByRole('button', { name: 'Sao chép: Cho trang của bạn (HTML)' }).click();
  await said('Đã sao chép: Cho trang của bạn (HTML)');
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toBe(await code('widget'));
  const frame = await code('frame');

  const other = await context.newPage();
  await other.goto(site.put(copied));
  await other.locator('nhip-cau-feed .headline').first().waitFor();
  expect(await widgetHeadlines(other)).toEqual(previewed);
  expect(await accentOf(other)).toBe('rgb(0, 90, 156)');
  await other.goto(site.put(frame));
  await other.frameLocator('iframe').locator('.headline').first().waitFor();
  expect(await other.frameLocator('iframe').locator('.headline').allInnerTexts()).toEqual(previewed);
  expect(elsewhere).toEqual([]);
  expect(complaints).toEqual([]);
});

test('the feeds and the query that it writes give the articles of the preview', async () => {
  await open(`/builder?${LAOS}&hl=en`);
  await page.locator('nhip-cau-feed .headline').first().waitFor();
  const previewed = await widgetHeadlines(page);
  expect(previewed).toHaveLength(2);

  const { articles } = await gateway.ask(await code('graphql'));
  expect(articles.nodes.map(({ headline }: { headline: string }) => headline)).toEqual(previewed);
  const feed: any = await (await fetch(await code('json'))).json();
  expect(feed.items.slice(0, 2).map(({ title }: { title: string }) => title)).toEqual(previewed);
  for (const name of ['rss', 'atom', 'ninjs']) expect((await fetch(await code(name))).status).toBe(200);

  await page.getByRole('link', { name: 'Open it in the explorer' }).click();
  await page.waitForURL(/explorer\?query=/);
  await page.getByText('vietnam-laos-2022').first().waitFor();
});

test('without scripts the form shows the frame and the same code', async () => {
  await open(`/builder?${LAOS}&hl=en`, { javaScriptEnabled: false });
  await page.getByLabel('Ticker').check();
  await page.getByLabel('Number of articles').fill('1');
  await page.getByLabel('Only these sites').fill('embassy.example');
  await page.getByRole('button', { name: 'Show' }).click();
  await page.waitForURL(/layout=ticker/);
  await page.frameLocator('iframe').locator('.headline').first().waitFor();
  expect(await page.getByLabel('Ticker').isChecked()).toBe(true);
  expect(await page.getByLabel('Event').inputValue()).toBe('vietnam-laos-2022');
  expect(await code('widget')).toContain('event="vietnam-laos-2022" lang="lo" limit="1" layout="ticker"');
  expect(await code('frame-url')).toContain('&sites=embassy.example');
  expect(await page.locator('.copy:visible').count()).toBe(0);
  expect(complaints).toEqual([]);
});

test('what cannot be shown is told, and the last code stays; when the gateway is back, so is the builder', async () => {
  await open(`/builder?${LAOS}&hl=en&topic=asean,tourism`);
  expect(await page.getByLabel('Topic').inputValue()).toBe('asean,tourism');
  const before = await code('widget');
  await page.route('**/builder?*', route => route.abort());
  await page.getByLabel('Dark', { exact: true }).check();
  await said('cannot be reached');
  expect(await code('widget')).toBe(before);
  await page.unroute('**/builder?*');
  await page.getByLabel('Light', { exact: true }).check();
  await said('up to date');
  expect(await code('widget')).toContain('topic="asean,tourism"');

  // A topic that is not there any more.
  await page.locator('option[value=asean]').evaluate(option => ((option as HTMLOptionElement).value = 'asea'));
  await page.getByLabel('Topic').selectOption('asea');
  await said('There is no topic "asea"');
  expect(await code('widget')).toContain('topic="asean,tourism"');
});

test('the pictures of the README are what a visitor sees first', async () => {
  await open('/?hl=vi', { viewport: { width: 1000, height: 620 } });
  await keepScreenshot(page, 'readme-front-page', false);
  await page.setViewportSize({ width: 1000, height: 900 });
  await page.goto(`${gateway.url}/builder?hl=en&${LAOS}&layout=cards&accent=%230b4f9e`);
  await page.locator('nhip-cau-feed img').last().waitFor();
  await page.locator('nhip-cau-feed').evaluate(async feed => {
    await Promise.all([...feed.shadowRoot!.querySelectorAll('img')].map(image => image.decode()));
  });
  await keepScreenshot(page, 'readme-builder', false);
  expect(complaints).toEqual([]);
});

describe.each([
  ['desk', 1280],
  ['phone', 360],
])('on a %s', (where, width) => {
  test.each(['light', 'dark'] as const)('the builder fits and is right for everybody in the %s', async colorScheme => {
    for (const path of ['/builder?hl=vi', `/builder?${LAOS}&layout=cards&hl=en`]) {
      await context?.close();
      await open(path, { viewport: { width, height: 900 }, colorScheme });
      await page.locator('nhip-cau-feed .headline').first().waitFor();
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
      expect(await accessibilityFaults(page)).toEqual([]);
      expect(elsewhere).toEqual([]);
      expect(complaints).toEqual([]);
    }
    await keepScreenshot(page, `builder-${where}-${colorScheme}`);
  });
});
