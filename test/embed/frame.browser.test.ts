import type { Browser, BrowserContext, Page } from 'playwright-core';
import { launchBrowser } from '../support/browser.js';
import { type Desk, filedUnder, openDesk } from '../support/desk.js';
import { serveDesk } from '../support/desk-server.js';
import { accessibilityFaults, type HostSite, keepScreenshot, startHostSite } from '../support/host-page.js';
import type { SampleServer } from '../support/sample-server.js';

let desk: Desk;
let server: SampleServer;
let browser: Browser;
let site: HostSite;
let context: BrowserContext;
let page: Page;
let complaints: string[];

const article = (headline: string, hours: number, more = {}) => ({
  identity: headline,
  language: 'lo',
  headline,
  lede: 'ສອງປະເທດສະເຫຼີມສະຫຼອງປີແຫ່ງຄວາມສາມັກຄີມິດຕະພາບ.',
  url: `https://wire.example/${hours}`,
  subjects: filedUnder('vietnam-laos-2022'),
  publishedAt: new Date(Date.UTC(2022, 6, 18, hours)),
  ...more,
});

beforeAll(async () => {
  [desk, browser, site] = await Promise.all([openDesk(), launchBrowser(), startHostSite()]);
  server = await serveDesk(desk);
});
afterAll(async () => {
  await browser.close();
  await server.app.close();
  await site.close();
  await desk.close();
});
beforeEach(() => desk.take('wire', article('ລາວ ແລະ ຫວຽດນາມ', 1), article('ມິດຕະພາບ', 2)));
afterEach(() => context.close());

async function open(settings: Parameters<Browser['newContext']>[0] = {}): Promise<void> {
  context = await browser.newContext({ viewport: { width: 800, height: 600 }, ...settings });
  page = await context.newPage();
  complaints = [];
  page.on('console', message => message.type() === 'error' && complaints.push(message.text()));
  page.on('pageerror', error => complaints.push(error.message));
}
const frameOf = (query: string, more = '') =>
  `<iframe title="News" src="${server.url}/embed?event=vietnam-laos-2022&amp;lang=lo&amp;${query}" width="100%" height="150" ${more}></iframe>`;
const frame = () => page.frameLocator('iframe[title=News]');
const headlines = () => frame().locator('.headline').allInnerTexts();

test.each(['list', 'cards', 'ticker'])(
  'a frame as %s can be read without scripts, by everybody, on a phone',
  async layout => {
    for (const colorScheme of ['light', 'dark'] as const) {
      await open({ javaScriptEnabled: false, colorScheme, viewport: { width: 360, height: 600 } });
      await page.goto(site.put(frameOf(`layout=${layout}`)));
      await frame().locator('.headline').first().waitFor();
      expect(await headlines()).toEqual(['ມິດຕະພາບ', 'ລາວ ແລະ ຫວຽດນາມ']);
      expect(await frame().locator('time').first().innerText()).toContain('18 ກ.ລ. 2022');
      await keepScreenshot(page, `frame-${layout}-${colorScheme}`);
      await context.close();

      await open({ colorScheme, viewport: { width: 360, height: 600 } });
      await page.goto(site.put(frameOf(`layout=${layout}`)));
      await frame().locator('.headline').first().waitFor();
      expect(await accessibilityFaults(page)).toEqual([]);
      if (colorScheme === 'light') await context.close();
    }
    expect(complaints).toEqual([]);
    expect(await context.cookies()).toEqual([]);
  },
);

test('a frame opened alone is a page that is right for everybody', async () => {
  await open();
  await page.goto(`${server.url}/embed?event=vietnam-laos-2022&lang=lo&accent=%23005a00`);
  expect(await accessibilityFaults(page)).toEqual([]);
  expect(await page.locator('.heading').evaluate(element => getComputedStyle(element).borderBlockEndColor)).toBe(
    'rgb(0, 90, 0)',
  );
  expect(complaints).toEqual([]);
});

test('a frame gets the height that it needs on a page that loads the script, and others do not', async () => {
  await open();
  const other = '<iframe title="Other" srcdoc="<p>Other</p>" height="77"></iframe>';
  await page.goto(
    site.put(`${frameOf('limit=2')}${other}<script type="module" src="${server.url}/embed.js"></script>`),
  );
  const height = () =>
    page
      .locator('iframe')
      .first()
      .evaluate(element => element.getBoundingClientRect().height);
  await page.locator('iframe[style*="height"]').first().waitFor();

  const inner = await frame()
    .locator('html')
    .evaluate(root => root.getBoundingClientRect().height);
  expect(inner).toBeGreaterThan(300);
  expect(Math.abs((await height()) - inner)).toBeLessThanOrEqual(4); // The frame's own border.
  expect(await page.locator('iframe').nth(1).getAttribute('style')).toBeNull();
});

test('a frame that has been there for long gets its height from a script that comes late', async () => {
  await open();
  await page.goto(site.put(frameOf('limit=2')));
  await frame().locator('.headline').first().waitFor();
  // Two pictures later it has told its height, to nobody.
  await frame()
    .locator('html')
    .evaluate(() => new Promise(resolve => requestAnimationFrame(() => requestAnimationFrame(resolve))));
  await page.addScriptTag({ url: `${server.url}/embed.js`, type: 'module' });
  await page.locator('iframe[style*="height"]').waitFor();
  expect(complaints).toEqual([]);
});

test('a withdrawn article is gone from a frame within a minute; away, the last content stays and says so', async () => {
  await open();
  await page.clock.install();
  await page.goto(site.put(frameOf('limit=3')));
  await frame().locator('.headline').first().waitFor();
  await desk.take('wire', article('ມິດຕະພາບ', 2, { status: 'canceled' }));
  await page.clock.fastForward(60_000);
  await frame().getByText('ມິດຕະພາບ', { exact: true }).waitFor({ state: 'detached' });
  expect(await headlines()).toEqual(['ລາວ ແລະ ຫວຽດນາມ']);

  await page.route('**/embed?*', route => route.abort());
  await page.clock.fastForward(60_000);
  await frame().getByText('ຂາດການເຊື່ອມຕໍ່').waitFor();
  expect(await headlines()).toEqual(['ລາວ ແລະ ຫວຽດນາມ']);
  await page.unroute('**/embed?*');
  await page.clock.fastForward(60_000);
  await frame().locator('.status:empty').waitFor({ state: 'attached' });
});

test('without a script a frame is loaded anew within a minute, and in a sandbox it is still shown', async () => {
  await open();
  await page.goto(site.put(frameOf('limit=2', 'sandbox="allow-popups"')));
  await frame().locator('.headline').first().waitFor();
  expect(await frame().locator('noscript meta[http-equiv=refresh]').getAttribute('content')).toBe('45');
  expect(await headlines()).toHaveLength(2);
});

test('a frame that is kept to some sites is shown by them, and by no other', async () => {
  await open();
  await page.goto(site.put(frameOf(`sites=embassy.example,localhost:${site.port}`)));
  await frame().locator('.headline').first().waitFor();
  expect(await headlines()).toHaveLength(2);

  const refused = page.waitForEvent('console', message => message.text().includes('frame-ancestors'));
  await page.goto(site.put(frameOf('sites=embassy.example')));
  await refused;
  expect(await headlines()).toEqual([]);
});
