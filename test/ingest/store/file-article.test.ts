import { type Desk, filedUnder, openDesk } from '../../support/desk.js';
import type { IncomingArticle } from '../../../src/ingest/incoming.js';
import { addAliases, removeAlias } from '../../../src/ingest/store/store-aliases.js';
import { storeTopics } from '../../../src/ingest/store/store-vocabulary.js';
import { TopicInput } from '../../../src/ingest/store/vocabulary-input.js';

let desk: Desk;

beforeEach(async () => {
  desk = await openDesk();
});

afterEach(() => desk.close());

async function filed(article: Partial<IncomingArticle>): Promise<string> {
  await desk.take('desk', { identity: 'x', ...article });
  const { articles } = await desk.ask('{ articles { nodes { topics { slug } events { slug } countries } } }');
  const [{ topics, events, countries }] = articles.nodes;
  return [...topics, ...events]
    .map(({ slug }: { slug: string }) => slug)
    .concat(countries)
    .join(' ');
}

const code = (text: string, kind: 'topic' | 'event' | 'country' | null = null): IncomingArticle['subjects'] => [
  { code: text, name: null, kind },
];

test.each([
  ['its Media Topic', code('medtop:11000000'), 'politics'],
  ['the address of its Media Topic', code('http://cv.iptc.org/newscodes/mediatopic/15000000'), 'sport'],
  ['its slug', code('foreign-relations'), 'foreign-relations'],
  ['an address that ends in its slug', code('https://desk.example/topics/football'), 'football'],
  ['its name in any language, without regard to case and accents', filedUnder('BONG DA'), 'football'],
  ['an alias', filedUnder('ngoại giao'), 'foreign-relations'],
  ['the slug of an event', code('sea-games-31', 'event'), 'sea-games-31'],
  [
    'the name of an event with other dashes',
    filedUnder('Năm Đoàn kết hữu nghị Việt Nam - Lào 2022'),
    'vietnam-laos-2022',
  ],
  ['the name of a country in Vietnamese', filedUnder('Lào'), 'LA'],
  ['the name of a country in Lao', filedUnder('ກຳປູເຈຍ'), 'KH'],
  ['the code of a country', code('country:la', 'country'), 'LA'],
  ['a code that is no country', code('country:zz', 'country'), ''],
  ['nothing that is known', filedUnder('Chuyện lạ'), ''],
  ['a union of countries, which is none', filedUnder('European Union', 'EU'), ''],
])('an article is filed by %s', async (_title, subjects, expected) => {
  expect(await filed({ subjects })).toBe(expected);
});

test.each([
  ['in the body', { bodyHtml: '<p>Trong khuôn khổ <b>Năm Đoàn kết hữu nghị</b> Việt Nam–Lào 2022, hai bên…</p>' }],
  [
    'in the headline, decomposed and in capitals',
    { headline: 'NĂM ĐOÀN KẾT HỮU NGHỊ VIỆT NAM - LÀO 2022'.normalize('NFD') },
  ],
  ['in the lede, by an alias, without a year', { lede: 'Hướng tới Năm Đoàn kết hữu nghị Việt Nam - Lào.' }],
])('an event is found by its name %s', async (_title, article) => {
  expect(await filed(article)).toBe('vietnam-laos-2022');
});

test('the same words before another year are another event', async () => {
  expect(await filed({ bodyHtml: '<p>Năm Đoàn kết hữu nghị Việt Nam - Lào 2017 đã khép lại.</p>' })).toBe('');
});

test('the name of a section files by category only, an alias by the text too, and the desk can change both', async () => {
  const text = { bodyHtml: '<p>Họ nói về ẩm thực và ngoại giao.</p>' };
  expect(await filed(text)).toBe('foreign-relations');

  const politics = (await desk.reference()).topics.bySlug.get('politics')!;
  const relations = (await desk.reference()).topics.bySlug.get('foreign-relations')!;
  await removeAlias(desk.db, { topicId: relations.id }, 'NGOẠI GIAO');
  await addAliases(desk.db, { topicId: politics.id }, ['Ẩm thực'], false);
  expect(await filed(text)).toBe('');
  expect(await filed({ ...text, subjects: filedUnder('ẩm thực') })).toBe('politics');
});

test.each([
  ['with the country in one word or in two', 'Nhịp sống Việt Nam', 'Chương trình NHIP SONG VIETNAM mùa hè.'],
  ['inside a run of letters without spaces', '东盟峰会', '第40届东盟峰会开幕。'],
  ['with an ending, where a language ties it to the word', '한베 우정', '한베 우정을 기리다'],
  ['between letters of a script without spaces and others', 'APEC峰会', '2017年APEC峰会在岘港举行'],
])('an alias is found in the text %s', async (_title, alias, text) => {
  const politics = (await desk.reference()).topics.bySlug.get('politics')!;
  await addAliases(desk.db, { topicId: politics.id }, [alias], true);
  expect(await filed({ bodyHtml: `<p>${text}</p>` })).toContain('politics');
});

test('one letter of a script without spaces is no alias to look for', async () => {
  const politics = (await desk.reference()).topics.bySlug.get('politics')!;
  await addAliases(desk.db, { topicId: politics.id }, ['政'], true);
  expect(await filed({ bodyHtml: '<p>市政、行政 政。</p>' })).toBe('');
});

test('a topic that moves takes its articles along', async () => {
  await filed({ subjects: filedUnder('asean') });
  const asean = { slug: 'asean', parent: 'sport', names: { en: 'ASEAN' } };
  await desk.dataSource.transaction(db => storeTopics(db, [TopicInput.parse(asean)], desk.now));

  const count = async (slug: string): Promise<number> =>
    (await desk.ask(`{ topic(slug: "${slug}") { articles { totalCount } } }`)).topic.articles.totalCount;
  expect(await count('politics')).toBe(0);
  expect(await count('sport')).toBe(1);
  expect(await count('asean')).toBe(1);
});

test.each([
  ['below itself', 'politics', 'politics'],
  ['below what is below it', 'politics', 'asean'],
])('a topic cannot be moved %s, and then nothing is changed', async (_title, slug, parent) => {
  const moved = TopicInput.parse({ slug, parent, names: { en: 'Moved' } });
  const moving = desk.dataSource.transaction(db => storeTopics(db, [moved], desk.now));
  await expect(moving).rejects.toThrow('These topics would stand above themselves');

  expect((await desk.ask('{ topic(slug: "politics") { name parent { slug } } }')).topic).toEqual({
    name: 'Politics',
    parent: null,
  });
});
