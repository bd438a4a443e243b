import { readFeed } from '../../src/ingest/read-feed.js';
import { Refusal } from '../../src/refusal.js';
import { atom, jsonFeed, onlyArticle, readText, rss } from './feed-samples.js';

test('entities that a DTD declares are not expanded', () => {
  const bomb = `<!DOCTYPE feed [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;">]>
    ${atom('<entry><id>1</id><title>&c;</title><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">&c;</div></content></entry>')}`;

  expect(onlyArticle(bomb)).toMatchObject({ headline: '&c;', bodyHtml: '<div>&amp;c;</div>' });
});

test('files and addresses that a DTD names are not read', () => {
  const outside = `<!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/hostname"><!ENTITY % y SYSTEM "http://127.0.0.1:1/"> %y;]>
    ${rss('<item><title>a&x;b</title></item>')}`;

  expect(onlyArticle(outside).headline).toBe('a&x;b');
});

test('elements of any depth lose neither their words nor the other items', () => {
  const deep = `<item><guid>1</guid><description>${'<a>'.repeat(20_000)}x${'</a>'.repeat(20_000)}</description></item>`;
  const { items } = readText(rss(`${deep}<item><guid>2</guid></item>`));

  expect(items).toMatchObject([{ identity: '1', lede: 'x' }, { identity: '2' }]);
});

test('elements and attributes called like parts of JavaScript objects are elements and attributes', () => {
  const article = onlyArticle(
    rss(
      '<item __proto__="x" constructor="y"><title>x</title><__proto__><polluted>yes</polluted></__proto__><constructor/></item>',
    ),
  );

  expect(article.headline).toBe('x');
  expect(JSON.stringify(article)).not.toContain('yes');
  expect('polluted' in {}).toBe(false);
});

test('members of JSON called __proto__ change nothing', () => {
  const text = jsonFeed([{ id: '1' }]).replace('{"id"', '{"__proto__":{"title":"no","polluted":true},"id"');

  expect(onlyArticle(text)).toMatchObject({ identity: '1', headline: '' });
  expect('polluted' in {}).toBe(false);
});

test('JSON nested a hundred thousand times is read, and its items told', () => {
  const deep = `{"version":"https://jsonfeed.org/version/1","items":[${'['.repeat(100_000)}${']'.repeat(100_000)},{"id":"2"}]}`;

  expect(readText(deep).items).toMatchObject([{ label: 'item 1' }, { identity: '2' }]);
});

test.each([
  ['bytes', { bytes: 100 }, /more than 100 bytes/],
  ['items', { items: 2 }, /has 3 items; at most 2/],
  ['elements', { elements: 5 }, /more than 5 XML elements/],
])('too many %s are refused, and the limit is told', (_, limits, message) => {
  const feed = Buffer.from(rss('<item><title>x</title></item>'.repeat(3)));

  expect(() => readFeed(feed, { limits })).toThrow(Refusal);
  expect(() => readFeed(feed, { limits })).toThrow(message);
});

test('too many lists and objects in JSON are refused', () => {
  const feed = Buffer.from(jsonFeed(Array.from({ length: 20 }, () => ({}))));

  expect(() => readFeed(feed, { limits: { elements: 10 } })).toThrow(/more than 10 lists and objects/);
  expect(() => readFeed(feed, { limits: { items: 10 } })).toThrow(/has 20 items; at most 10/);
});

test('five thousand namespaces, and as many stray end tags, are passed by', () => {
  const spaces = Array.from({ length: 5000 }, (_, n) => `<x${n}:a xmlns:x${n}="urn:${n}"/></y${n}>`).join('');

  expect(onlyArticle(atom(`<entry><id>1</id>${spaces}<title>x</title></entry>`)).headline).toBe('x');
});

test('scripts in the fields of an article are never words of it', () => {
  const script = '&lt;script&gt;bad()&lt;/script&gt;';
  const article = onlyArticle(
    rss(`<item><title>x${script}</title><author>${script}</author><category>${script}</category><media:credit>${script}</media:credit>
      <dc:creator>"&gt;&lt;img src=x onerror=bad()&gt;</dc:creator><media:content url="https://x.example/a.jpg"/></item>`),
  );

  expect(JSON.stringify(article)).not.toMatch(/bad|onerror/);
  expect(article.headline).toBe('x');
});
