import { type Desk, openDesk } from '../support/desk.js';
import { serveDesk } from '../support/desk-server.js';
import type { SampleServer } from '../support/sample-server.js';

let desk: Desk;
let server: SampleServer;

beforeAll(async () => {
  desk = await openDesk();
  server = await serveDesk(desk);
});
afterAll(async () => {
  await server.app.close();
  await desk.close();
});

const get = (query: Record<string, string>) => fetch(`${server.url}/builder?${new URLSearchParams(query).toString()}`);

test('words of the address become neither markup of the page, nor of the code to copy', async () => {
  const page = await (await get({ q: '"></textarea><script>alert(1)</script>', hl: 'en' })).text();
  expect(page).not.toContain('<script>alert');
  expect(page).toContain('q=&quot;&amp;quot;&amp;gt;&amp;lt;/textarea&amp;gt;&amp;lt;script&amp;gt;'); // Escaped as code, and once more as text.
});

test.each([
  [{ accent: 'red;}body{display:none' }, 'such as #a31f26'],
  [{ accent: 'url(//evil.example)' }, 'such as #a31f26'],
  [{ layout: '"><b>' }, 'list, cards, ticker'],
  [{ tz: '"><b>' }, 'Asia/Vientiane'],
  [{ src: 'https://evil.example/' }, 'knows no'],
])('%j is refused by a page that runs nothing', async (query, hint) => {
  const answer = await get(query);
  expect(answer.status).toBe(400);
  expect(await answer.text()).toContain(hint);
  expect(answer.headers.get('content-security-policy')).not.toContain('script-src');
});

test('the builder runs nothing but scripts of the gateway, and no other page runs any', async () => {
  const policy = (await get({})).headers.get('content-security-policy')!;
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain("script-src 'self'; connect-src 'self'; frame-src 'self'");
  expect(policy).not.toMatch(/unsafe|\*/);
  expect((await fetch(`${server.url}/`)).headers.get('content-security-policy')).not.toContain('script-src');
});

test('a colour of three digits is shown as one of six, and the usual one is left to the theme', async () => {
  expect(await (await get({ accent: '#0b4' })).text()).toContain('value="#00bb44"');
  const usual = await (await get({ accent: '#A31F26' })).text();
  expect(usual).not.toContain('--nhip-cau-accent');
});
