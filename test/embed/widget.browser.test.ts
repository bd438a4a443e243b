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
let elsewhere: string[];
let complaints: string[];

beforeAll(async () => {
  [desk, browser, site] = await Promise.all([openDesk(), launchBrowser(), startHostSite()]);
  server = await serveDesk(desk);
  const picture = {
    kind: 'picture' as const,
    url: `${server.url}/demo/pictures/bridge.svg`,
    mimeType: 'image/svg+xml',
    width: 640,
    height: 480,
    durationSeconds: null,
    alt: 'Đèn lồng',
    caption: null,
    credit: 'Ảnh: Lan',
  };
  const laos = filedUnder('vietnam-laos-2022', 'asean');
  await desk.take(
    'wire',
    {
      identity: 'lo-1',
      language: 'lo',
      url: 'https://wire.example/lo-1',
      headline: 'ແມ່ຍິງຕ່ຳແຜ່ນສອງຟາກຊາຍແດນ ແລກປ່ຽນລາຍຜ້າ ແລະ ເລື່ອງເລົ່າ ກ່ຽວກັບມິດຕະພາບລະຫວ່າງສອງປະເທດທີ່ຢູ່ໃກ້ຄຽງກັນ',
      lede: 'ສອງປະເທດສະເຫຼີມສະຫຼອງປີແຫ່ງຄວາມສາມັກຄີມິດຕະພາບ.',
      subjects: laos,
      media: [picture],
      publishedAt: new Date('2022-07-18T02:30:00Z'),
    },
    {
      identity: 'lo-2',
      language: 'lo',
      url: 'https://wire.example/lo-2',
      headline: 'ລາວ ແລະ ຫວຽດນາມ',
      subjects: laos,
      publishedAt: new Date('2022-07-17T02:30:00Z'),
    },
    {
      identity: 'en-1',
      language: 'en',
      url: 'https://wire.example/en-1?a=1&b=2',
      headline: 'Friendship <script>alert(1)</script> & "trust"',
      lede: 'A lede that says a little more about the year, and about what both countries want to do together in it.',
      subjects: laos,
      publishedAt: new Date('2022-07-16T02:30:00Z'),
    },
    {
      identity: 'en-2',
      language: 'en',
      headline: 'A second article',
      url: 'https://wire.example/en-2',
      subjects: laos,
      media: [{ ...picture, url: `${server.url}/demo/pictures/absent.svg` }],
      publishedAt: new Date('2022-07-15T02:30:00Z'),
    },
  );
});
afterAll(async () => {
  await browser.close();
  await server.app.close();
  await site.close();
  await desk.close();
});

async function open(settings: Parameters<Browser['newContext']>[0] = {}): Promise<void> {
  context = await browser.newContext({
    viewport: { width: 1000, height: 800 },
    timezoneId: 'Asia/Vientiane',
    ...settings,
  });
  page = await context.newPage();
  elsewhere = [];
  complaints = [];
  page.on('console', message => message.type() === 'error' && complaints.push(message.text()));
  page.on('pageerror', error => complaints.push(error.message));
  // Nothing leaves the machine, and what would have is written down.
  await page.route(
    url => !['127.0.0.1', 'localhost'].includes(url.hostname),
    route => {
      elsewhere.push(route.request().url());
      return route.abort();
    },
  );
}
beforeEach(() => open());
afterEach(() => context.close());

const script = () => `<script type="module" src="${server.url}/embed.js"></script>`;
const headlines = () => page.locator('nhip-cau-feed .headline').allInnerTexts();
const goTo = async (attributes: string, around: (widget: string) => string = widget => widget, policy?: string) => {
  await page.goto(site.put(around(`<nhip-cau-feed ${attributes}></nhip-cau-feed>${script()}`), policy));
  await page.locator('nhip-cau-feed .headline, nhip-cau-feed .status:not(:empty)').first().waitFor();
};

describe.each([
  ['on a desk', 1000],
  ['on a phone', 360],
])('%s', (where, width) => {
  test.each(['list', 'cards', 'ticker'])(
    'a widget as %s shows its articles, to everybody, light and dark',
    async layout => {
      for (const colorScheme of ['light', 'dark'] as const) {
        await context.close();
        await open({
          viewport: { width, height: 800 },
          colorScheme,
          reducedMotion: layout === 'ticker' ? 'reduce' : null,
        });
        await goTo(`event="vietnam-laos-2022" lang="en" limit="2" layout="${layout}"`);
        await page.locator('nhip-cau-feed').evaluate(async feed => {
          await Promise.all(
            [...feed.shadowRoot!.querySelectorAll('img')].map(image => image.decode().catch(() => null)),
          );
        });

        expect(await headlines()).toEqual(['Friendship <script>alert(1)</script> & "trust"', 'A second article']);
        expect(await page.locator('nhip-cau-feed .credit').allInnerTexts()).toEqual(['The Wire', 'The Wire']);
        expect(await page.locator('nhip-cau-feed .headline').first().getAttribute('href')).toBe(
          'https://wire.example/en-1?a=1&b=2',
        );
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
        expect(await accessibilityFaults(page)).toEqual([]);
        expect(elsewhere).toEqual([]);
        await keepScreenshot(page, `widget-${layout}-${where.split(' ').at(-1)}-${colorScheme}`);
      }
      expect(await context.cookies()).toEqual([]);
    },
  );
});

test('in Lao: its date with its zone, its title and its labels, and lines that break inside the screen', async () => {
  await page.setViewportSize({ width: 360, height: 800 });
  await goTo('event="vietnam-laos-2022" lang="lo" limit="2"');

  const widget = page.locator('nhip-cau-feed');
  expect(await widget.locator('time').first().innerText()).toBe('18 ກ.ລ. 2022, 09:30 GMT+7');
  expect(await widget.locator('.row').first().getAttribute('lang')).toBe('lo');
  const long = widget.locator('.headline').first();
  expect(await long.evaluate(link => link.getClientRects().length > 0 && link.scrollWidth <= link.clientWidth)).toBe(
    true,
  );
  expect(await widget.locator('img').getAttribute('alt')).toBe('Đèn lồng');
  expect(await widget.locator('img').getAttribute('loading')).toBe('lazy');
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
  expect(await accessibilityFaults(page)).toEqual([]);
  await keepScreenshot(page, 'widget-lao-phone');
});

test('nothing moves when the articles come, also when they are fewer than asked for', async () => {
  for (const layout of ['list', 'cards', 'ticker']) {
    let go = (): void => {};
    const held = new Promise<void>(resolve => (go = resolve));
    await page.route('**/feeds.json*', async route => {
      await held;
      await route.continue();
    });
    await page.goto(
      site.put(
        `<nhip-cau-feed event="vietnam-laos-2022" lang="lo" limit="4" layout="${layout}"></nhip-cau-feed><p id="below">Below</p>${script()}`,
      ),
    );
    await page.locator('nhip-cau-feed .awaited').first().waitFor({ state: 'attached' });
    const before = await page.locator('#below').boundingBox();
    go();
    await page.locator('nhip-cau-feed .headline').first().waitFor();

    expect(await page.locator('#below').boundingBox()).toEqual(before);
    await page.unroute('**/feeds.json*');
  }
});

test('a page with a strict policy and hostile styles shows the widget as any other does', async () => {
  const measure = () =>
    page
      .locator('nhip-cau-feed .headline')
      .first()
      .evaluate(link => {
        const { fontSize, letterSpacing, textTransform, color, display } = getComputedStyle(link);
        return { fontSize, letterSpacing, textTransform, color, display };
      });
  const selection = 'event="vietnam-laos-2022" lang="en" limit="2" theme="light"';
  await goTo(selection);
  const calm = await measure();

  const policy = `default-src 'none'; style-src 'nonce-x'; script-src ${server.url}; connect-src ${server.url}; img-src ${server.url} data:`;
  await goTo(
    selection,
    widget => `<style nonce="x">html { font-size: 5px } * { color: red !important; display: inline; letter-spacing: 1em; text-transform: uppercase !important }
a { font-size: 90px !important } ul { display: none !important }</style>${widget}`,
    policy,
  );
  expect(await measure()).toEqual(calm);
  expect(complaints.filter(complaint => !complaint.includes('404'))).toEqual([]);
  await keepScreenshot(page, 'widget-hostile');
});

test('the page sets the colours, by custom properties and parts', async () => {
  await goTo(
    'event="vietnam-laos-2022" lang="en" limit="1" theme="light"',
    widget =>
      `<style>nhip-cau-feed { --nhip-cau-accent: rgb(0, 90, 0) } nhip-cau-feed::part(heading) { text-transform: uppercase }</style>${widget}`,
  );
  const heading = page.locator('nhip-cau-feed .heading');
  expect(await heading.evaluate(element => getComputedStyle(element).borderBlockEndColor)).toBe('rgb(0, 90, 0)');
  expect(await heading.evaluate(element => getComputedStyle(element).textTransform)).toBe('uppercase');
});

test('links are reached by the keyboard, one a row, and the ticker can be stopped', async () => {
  await goTo('event="vietnam-laos-2022" lang="en" limit="2" layout="ticker"');
  const focused = () =>
    page.locator('nhip-cau-feed').evaluate(feed => feed.shadowRoot!.activeElement?.textContent ?? null);
  const widget = page.locator('nhip-cau-feed .feed');

  await page.keyboard.press('Tab');
  expect(await focused()).toBe('Pause');
  expect(await widget.getAttribute('class')).toContain('moving');
  await page.keyboard.press('Enter');
  expect(await focused()).toBe('Play');
  expect(await widget.getAttribute('class')).not.toContain('moving');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  expect(await focused()).toBe('Friendship <script>alert(1)</script> & "trust"');
  await page.keyboard.press('Tab');
  expect(await focused()).toBe('A second article');
  await page.keyboard.press('Tab');
  expect(await focused()).toBe('Nhịp Cầu');
});

test('who wants no motion has a ticker that stands, to be scrolled by hand', async () => {
  await context.close();
  await open({ reducedMotion: 'reduce', viewport: { width: 360, height: 800 } });
  await goTo('event="vietnam-laos-2022" lang="en" limit="2" layout="ticker"');
  const list = page.locator('nhip-cau-feed .list');
  expect(await list.evaluate(element => element.getAnimations().length)).toBe(0);
  expect(await page.locator('nhip-cau-feed .pause').isVisible()).toBe(false);
  expect(await page.locator('nhip-cau-feed .rows').evaluate(rows => getComputedStyle(rows).overflowX)).toBe('auto');
});

describe('while a page stays open', () => {
  const story = (headline: string, hours: number, more = {}) => ({
    identity: headline,
    language: 'en',
    headline,
    url: `https://wire.example/${headline}`,
    subjects: filedUnder('sea-games-31'),
    publishedAt: new Date(Date.UTC(2022, 6, 18, hours)),
    ...more,
  });
  const minute = () => page.clock.fastForward(60_000);

  test('a withdrawn article is gone within a minute, and who stood on another goes on standing there', async () => {
    await desk.take('wire', story('Stays', 1), story('Goes', 2));
    await page.clock.install();
    await goTo('event="sea-games-31" lang="en" limit="3"');
    expect(await headlines()).toEqual(['Goes', 'Stays']);
    await page.locator('nhip-cau-feed .headline', { hasText: 'Stays' }).focus();

    await desk.take('wire', story('Goes', 2, { status: 'canceled' }));
    await minute();
    await page.locator('nhip-cau-feed .headline', { hasText: 'Goes' }).waitFor({ state: 'detached' });
    expect(await headlines()).toEqual(['Stays']);
    expect(await page.locator('nhip-cau-feed .headline').evaluate(link => link.matches(':focus'))).toBe(true);
  });

  test('while the gateway is away the last content stays, and says so, until it is back', async () => {
    await desk.take('wire', story('Stays', 1));
    await page.clock.install();
    await goTo('event="sea-games-31" lang="en" limit="3"');
    await page.route('**/feeds.json*', route => route.abort());
    await minute();

    const status = page.locator('nhip-cau-feed .status');
    await status.getByText('No connection, trying again.').waitFor();
    expect(await status.innerText()).toMatch(/Last updated: .*GMT\+7/);
    expect(await headlines()).toEqual(['Stays']);
    expect(await accessibilityFaults(page)).toEqual([]);
    await keepScreenshot(page, 'widget-away');

    await page.unroute('**/feeds.json*');
    await minute();
    await page.locator('nhip-cau-feed .status:empty').waitFor({ state: 'attached' });
    expect(await headlines()).toEqual(['Stays']);
  });

  test('a gateway that was never there leaves nothing broken: a heading, one sentence, and room', async () => {
    await page.route('**/feeds.json*', route => route.abort());
    await goTo('event="sea-games-31" lang="vi" limit="3"');
    expect(await page.locator('nhip-cau-feed .status').innerText()).toBe('Mất kết nối, đang thử lại.');
    expect(await page.locator('nhip-cau-feed .heading').innerText()).toBe('Tin tức');
    expect(await accessibilityFaults(page)).toEqual([]);
  });

  test('a hidden page asks for nothing', async () => {
    await page.clock.install();
    await goTo('event="sea-games-31" lang="en" limit="3"');
    const asked: string[] = [];
    page.on('request', request => asked.push(request.url()));
    await page.evaluate(() => Object.defineProperty(document, 'hidden', { value: true, configurable: true }));
    await minute();
    await minute();
    expect(asked).toEqual([]);

    const asking = page.waitForRequest('**/feeds.json*');
    await page.evaluate(() => {
      Object.defineProperty(document, 'hidden', { value: false });
      document.dispatchEvent(new Event('visibilitychange'));
    });
    expect((await asking).url()).toContain('event=sea-games-31');
  });

  test('what has not changed is not sent again', async () => {
    await page.unrouteAll(); // With a route the browser keeps nothing.
    await page.clock.install();
    await goTo('event="sea-games-31" lang="en" limit="3"');
    server.lines.length = 0;
    const again = page.waitForResponse('**/feeds.json*');
    await minute();
    await (await again).finished();
    expect(server.lines).toMatchObject([{ status: 304 }]);
  });
});

test('what the gateway refuses is not shown, and the page’s maker is told why', async () => {
  const told: string[] = [];
  page.on('console', message => message.type() === 'warning' && told.push(message.text()));
  await goTo('topic="no-such-topic" lang="en"');
  expect(await page.locator('nhip-cau-feed .status').innerText()).toBe('This list cannot be shown.');
  expect(told.join()).toContain('no-such-topic');
});

test('attributes that change show another selection', async () => {
  await goTo('event="vietnam-laos-2022" lang="en" limit="1"');
  await page.locator('nhip-cau-feed').evaluate(feed => feed.setAttribute('lang', 'lo'));
  await page.locator('nhip-cau-feed .headline[href="https://wire.example/lo-1"]').waitFor();
  expect(await page.locator('nhip-cau-feed .headline').count()).toBe(1);
});
