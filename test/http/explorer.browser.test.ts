import { readFile } from 'node:fs/promises';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from '../support/browser.js';
import { startSampleServer, type SampleServer } from '../support/sample-server.js';

let server: SampleServer;
let browser: Browser;
let page: Page;
let elsewhere: string[];
let complaints: string[];

beforeAll(async () => {
  [server, browser] = await Promise.all([startSampleServer(), launchBrowser()]);
});
afterAll(async () => {
  await browser.close();
  await server.app.close();
});

beforeEach(async () => {
  page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  elsewhere = [];
  complaints = [];
  page.on('console', message => message.type() === 'error' && complaints.push(message.text()));
  page.on('pageerror', error => complaints.push(error.message));
  // Nothing leaves the machine, and what would have is written down.
  await page.route(
    url => url.hostname !== '127.0.0.1',
    route => {
      elsewhere.push(route.request().url());
      return route.abort();
    },
  );
});
afterEach(() => page.close());

const run = () => page.click('.graphiql-execute-button');

describe('the explorer', () => {
  test('opens on the first example and runs it, without any other site', async () => {
    await page.goto(`${server.url}/explorer`);
    await run();

    await answerShows('"headline": "Nhịp cầu hữu nghị"');
    expect(elsewhere).toEqual([]);
    expect(complaints).toEqual([]);
  });

  test('offers every example by its title', async () => {
    await page.goto(`${server.url}/explorer`);
    await page.click('summary');
    expect(await page.locator('details li').allInnerTexts()).toEqual([
      'The five newest articles',
      'A topic & its "names"',
    ]);

    await page.click('text=A topic & its "names"');
    await page.waitForURL(/query=/);
    await run();
    await answerShows('"name": "Ngoại giao"');
    expect(complaints).toEqual([]);
  });

  test('opens the query of its address', async () => {
    await page.goto(`${server.url}/explorer?query=${encodeURIComponent('{ echo(text: "from the address") }')}`);
    await run();

    await answerShows('"echo": "from the address"');
    expect(complaints).toEqual([]);
  });

  test('documents the schema', async () => {
    await page.goto(`${server.url}/explorer`);
    await page.click('[aria-label="Show Documentation Explorer"]');

    await page.locator('.graphiql-doc-explorer').getByText('Query', { exact: true }).click();
    const fields = page.locator('.graphiql-doc-explorer').getByText('articles', { exact: true });
    await fields.waitFor();
    expect(await fields.count()).toBe(1);
  });

  test('fits on a phone: nothing lies beside the screen, and every button can be pressed', async () => {
    await page.setViewportSize({ width: 390, height: 844 });
    await page.goto(`${server.url}/explorer`);
    await run();
    await answerShows('"articles": {');
    await page.click('[aria-label="Show Documentation Explorer"]');

    expect(await widthOfPage()).toBe(390);
  });
});

describe('the page at /graphql', () => {
  test('leads to the explorer when Apollo’s servers cannot be reached', async () => {
    await page.goto(`${server.url}/graphql`);
    await page.getByText('Apollo Sandbox could not be loaded.').waitFor();
    expect(elsewhere).toEqual([
      'https://embeddable-sandbox.cdn.apollographql.com/v2/embeddable-sandbox.umd.production.min.js',
    ]);

    await page.click('text=The built-in explorer');
    await page.locator('.graphiql-execute-button').waitFor();
  });

  test('hands this address and the first example to Apollo Sandbox', async () => {
    await page.route('https://embeddable-sandbox.cdn.apollographql.com/**', route =>
      route.fulfill({
        contentType: 'text/javascript',
        body: 'window.EmbeddedSandbox = function (settings) { window.settings = settings; };',
      }),
    );
    await page.goto(`${server.url}/graphql`);

    expect(await page.evaluate('window.settings')).toMatchObject({
      target: '#sandbox',
      initialEndpoint: `${server.url}/graphql`,
      initialState: {
        document: await readFile('test/fixtures/operations/latest.graphql', 'utf8'),
        includeCookies: false,
      },
      runTelemetry: false,
    });
    expect(complaints).toEqual([]);
  });
});

/** Waits for the answer that the explorer shows to hold a text. A predicate of ours would be evaluated in the page, whose policy forbids it. */
async function answerShows(text: string): Promise<void> {
  await page.locator('.graphiql-response', { hasText: text }).waitFor();
}

/** What scrolling sideways would show is in it. */
function widthOfPage(): Promise<unknown> {
  return page.evaluate('document.documentElement.scrollWidth');
}
