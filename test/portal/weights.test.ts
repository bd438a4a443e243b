import { brotliDecompressSync } from 'node:zlib';
import { getBytes } from '../support/get-bytes.js';
import { runGateway, type RunningGateway } from '../support/running-gateway.js';

let gateway: RunningGateway;
beforeAll(async () => {
  gateway = await runGateway({ POLL: 'false' });
});
afterAll(() => gateway.close());

/** Bytes as a browser gets them, compressed. */
async function weigh(path: string): Promise<{ text: string; bytes: number }> {
  const { status, headers, bytes } = await getBytes(gateway.url + path, { 'accept-encoding': 'gzip, deflate, br' });
  expect([path, status, headers['content-encoding']]).toEqual([path, 200, 'br']);
  return { text: String(brotliDecompressSync(bytes)), bytes: bytes.length };
}

/** A page with its style and its scripts, without the pictures of publishers. */
async function weighWhole(path: string): Promise<number> {
  const { text, bytes } = await weigh(path);
  const parts = [...text.matchAll(/<link rel="stylesheet" href="([^"]+)"|<script[^>]* src="([^"]+)"/g)];
  const weights = await Promise.all(parts.map(async ([, style, script]) => (await weigh(style ?? script!)).bytes));
  return weights.reduce((sum, part) => sum + part, bytes);
}

test.each([
  ['the front page', '/?hl=vi', 10_000],
  ['a topic', '/topics/foreign-relations', 10_000],
  ['a search in Lao', '/search?lang=lo', 8_000],
  ['the documentation', '/documentation?hl=vi', 5_000],
  ['the builder, with the widget', '/builder?hl=vi&event=vietnam-laos-2022&lang=lo', 20_000],
  ['a frame', '/embed?event=vietnam-laos-2022&lang=lo', 7_000],
])('%s is light: %s weighs less than %i bytes with its style and scripts', async (_what, path, most) => {
  expect(await weighWhole(path)).toBeLessThan(most);
});

test('an article is light, also with its text and all that is needed to publish it again', async () => {
  const { articles } = await gateway.ask(
    '{ articles(first: 1, filter: { sources: { any: ["heritage-review"] }, languages: ["vi"] }) { nodes { id } } }',
  );
  expect(await weighWhole(`/articles/${articles.nodes[0].id}`)).toBeLessThan(10_000);
});

test('style and scripts are kept for ever, or as long as the widget is', async () => {
  const page = (await weigh('/builder')).text;
  const [, style] = /<link rel="stylesheet" href="([^"]+)"/.exec(page)!;
  const [, script] = /src="(\/builder-[^"]+)"/.exec(page)!;
  for (const path of [style!, script!]) {
    const { headers } = await getBytes(gateway.url + path);
    expect(headers['cache-control']).toBe('public, max-age=31536000, immutable');
  }
});
