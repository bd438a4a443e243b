import { runGateway, type RunningGateway } from '../support/running-gateway.js';

let gateway: RunningGateway;

beforeAll(async () => {
  gateway = await runGateway({ POLL: 'false' });
});

afterAll(() => gateway?.close());

const pathsIn = (page: string): string[] =>
  [...page.matchAll(/<a\b[^>]*? href="(\/[^"]*)"/g)].map(([, path]) => path!.replaceAll('&amp;', '&'));

test('whoever chooses a language stays in it, on every page that links lead to', async () => {
  const waiting = ['/?hl=vi'];
  const seen = new Map<string, number>();
  const kinds = new Set<string>();
  for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
    const kind = path.split(/[?]/, 1)[0]!.split('/').slice(0, 2).join('/');
    // A dozen pages of each kind: the demo has hundreds of articles.
    if ((seen.get(kind) ?? 0) >= 12 || kinds.has(path)) continue;
    seen.set(kind, (seen.get(kind) ?? 0) + 1);
    kinds.add(path);
    const answer = await fetch(gateway.url + path, { headers: { 'accept-language': 'en' } });
    const page = await answer.text();
    expect([path, answer.status, /<html lang="(\w+)"/.exec(page)?.[1]]).toEqual([path, 200, 'vi']);
    const links = pathsIn(page).filter(
      link => !/^\/(explorer|graphql|health|feeds\.)|\/ninjs$|\/feed\.\w+$|\.\w{2,4}(\?|$)/.test(link),
    );
    const others = links.filter(link => !/[?&]hl=/.test(link));
    expect([path, others]).toEqual([path, []]);
    waiting.push(...links.filter(link => link.endsWith('hl=vi') || link.includes('hl=vi&')));
  }
  expect([...seen.keys()].toSorted()).toEqual(
    expect.arrayContaining([
      '/',
      '/articles',
      '/builder',
      '/documentation',
      '/events',
      '/search',
      '/sources',
      '/topics',
    ]),
  );
});

test('the search of a page in a chosen language answers in it', async () => {
  const front = await (await fetch(`${gateway.url}/?hl=vi`)).text();
  expect(front).toContain('<input type="hidden" name="hl" value="vi" />');
  const plain = await (await fetch(gateway.url, { headers: { 'accept-language': 'vi' } })).text();
  expect(plain).not.toMatch(/href="\/topics\/[^"]*hl=/);
});
