import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from '../support/browser.js';
import { accessibilityFaults, keepScreenshot } from '../support/host-page.js';
import { runGateway, type RunningGateway } from '../support/running-gateway.js';

let gateway: RunningGateway;
let browser: Browser;
let page: Page;
/** What the page asked other hosts for, and what the browser complained of. */
let elsewhere: string[];
let complaints: string[];

beforeAll(async () => {
  [gateway, browser] = await Promise.all([runGateway(), launchBrowser()]);
});
afterAll(() => Promise.all([gateway.close(), browser.close()]));

async function open(path: string, width: number, colorScheme: 'light' | 'dark'): Promise<void> {
  page = await browser.newPage({ viewport: { width, height: 900 }, colorScheme });
  [elsewhere, complaints] = [[], []];
  page.on('console', message => message.type() === 'error' && complaints.push(message.text()));
  page.on('request', request => new URL(request.url()).hostname !== '127.0.0.1' && elsewhere.push(request.url()));
  await page.goto(gateway.url + path);
}

const articlePath = async (): Promise<string> => {
  const { articles } = await gateway.ask(
    '{ articles(first: 1, filter: { languages: ["vi"], hasMedia: [PICTURE], sources: { any: ["heritage-review"] } }) { nodes { id } } }',
  );
  return `/articles/${articles.nodes[0].id}`;
};

describe.each([
  ['on a desk, in the light', 1280, 'light'],
  ['on a phone, in the dark', 360, 'dark'],
] as const)('%s', (_where, width, colors) => {
  test.each([
    ['the front page', '/?hl=vi'],
    ['a topic', '/topics/foreign-relations'],
    ['the documentation', '/documentation?hl=vi'],
    ['a search in Lao', '/search?lang=lo'],
    ['an article', null],
    ['what is not there', '/articles/nothing'],
  ])('%s fits, is right for screen readers, and needs no other site', async (what, path) => {
    await open(path ?? (await articlePath()), width, colors);

    expect(await page.locator('h1').count()).toBe(1);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(width);
    expect(await accessibilityFaults(page)).toEqual([]);
    expect(elsewhere).toEqual([]);
    expect(complaints.filter(text => !text.includes('404'))).toEqual([]);
    await keepScreenshot(page, `${what.replaceAll(' ', '-')}-${width}`);
    await page.close();
  });
});

test('a visitor gets from the front page to the text of an article and back by the keyboard alone', async () => {
  await open('/?hl=en', 1000, 'light');
  await page.locator('input[name=q]').focus();
  await page.keyboard.type('cốm');
  await page.keyboard.press('Enter');
  await page.waitForURL(/search\?hl=en&q=/);
  await page.locator('.headline a').first().focus();
  await page.keyboard.press('Enter');
  await page.waitForURL(/articles/);
  expect(await page.locator('article').innerText()).toMatch(/cốm/i);
  await page.close();
});
