import { type Desk, filedUnder, openDesk } from '../support/desk.js';

let desk: Desk;

const day = (date: number) => new Date(Date.UTC(2022, 6, date));

beforeAll(async () => {
  desk = await openDesk();
  await desk.take(
    'desk',
    {
      identity: 'a',
      storyIdentity: 's',
      language: 'vi',
      headline: 'A',
      subjects: filedUnder('asean', 'vietnam-laos-2022'),
      publishedAt: day(1),
    },
    {
      identity: 'a-en',
      storyIdentity: 's',
      language: 'en',
      headline: 'A in English',
      subjects: filedUnder('asean', 'vietnam-laos-2022'),
      publishedAt: day(2),
    },
    {
      identity: 'a-again',
      storyIdentity: 's',
      language: 'vi',
      headline: 'A told again',
      subjects: filedUnder('asean', 'vietnam-laos-2022'),
    },
    {
      identity: 'event',
      language: 'vi',
      headline: 'Same event',
      subjects: filedUnder('vietnam-laos-2022'),
      publishedAt: day(3),
    },
    {
      identity: 'both',
      language: 'vi',
      headline: 'Same event and topic',
      subjects: filedUnder('vietnam-laos-2022', 'asean'),
      publishedAt: day(2),
    },
    { identity: 'topic', language: 'vi', headline: 'Same topic', subjects: filedUnder('asean'), publishedAt: day(9) },
    {
      identity: 'older',
      language: 'vi',
      headline: 'Same topic, older',
      subjects: filedUnder('asean'),
      publishedAt: day(8),
    },
    {
      identity: 'other',
      language: 'vi',
      headline: 'Another topic',
      subjects: filedUnder('football'),
      publishedAt: day(9),
    },
    { identity: 'nothing', language: 'vi', headline: 'No topic', publishedAt: day(9) },
    {
      identity: 'lo',
      language: 'lo',
      headline: 'Same event in Lao',
      subjects: filedUnder('vietnam-laos-2022'),
      publishedAt: day(9),
    },
  );
  await desk.take('wire', {
    identity: 'wire',
    language: 'vi',
    headline: 'Same topic, another source',
    subjects: filedUnder('asean'),
    publishedAt: day(7),
  });
});

afterAll(() => desk.close());

async function article(headline: string): Promise<any> {
  const { articles } = await desk.ask(
    `query ($text: String) { articles(filter: { text: $text }, orderBy: OLDEST) { nodes {
      headline translations { headline } story { languages articles { headline } }
      related { headline } one: related(first: 1) { headline } none: related(first: 0) { headline }
    } } }`,
    { text: `"${headline}"` },
  );
  return articles.nodes.find((node: { headline: string }) => node.headline === headline);
}

const headlines = (articles: { headline: string }[]) => articles.map(({ headline }) => headline);

test('related articles share events first, then topics, newest first, whatever their source', async () => {
  const { related, one, none } = await article('A');

  expect(headlines(related)).toEqual([
    'Same event and topic',
    'Same event',
    'Same topic',
    'Same topic, older',
    'Same topic, another source',
  ]);
  expect(headlines(one)).toEqual(['Same event and topic']);
  expect(none).toEqual([]);
});

test('an article is not related to itself, to what its story has, to other languages, or to what shares nothing', async () => {
  expect(headlines((await article('A in English')).related)).toEqual([]);
  expect(headlines((await article('Same event in Lao')).related)).toEqual([]);
  expect(headlines((await article('No topic')).related)).toEqual([]);
  expect(headlines((await article('Another topic')).related)).toEqual([]);
  expect(headlines((await article('Same event')).related)).toEqual(['A told again', 'Same event and topic', 'A']);
});

test('translations are the other articles of its story', async () => {
  const { translations, story } = await article('A');
  expect(headlines(translations)).toEqual(['A in English', 'A told again']);
  expect(headlines(story.articles)).toEqual(['A in English', 'A', 'A told again']);
  expect(story.languages).toEqual(['en', 'vi']);
  expect((await article('No topic')).translations).toEqual([]);
});

test('what has been withdrawn takes no place among the related', async () => {
  const gone = Array.from({ length: 40 }, (_, place) => ({
    identity: `gone ${place}`,
    language: 'km',
    headline: `Gone ${place}`,
    subjects: filedUnder('sea-games-31'),
    publishedAt: day(20),
  }));
  const games = { language: 'km', subjects: filedUnder('sea-games-31'), publishedAt: day(1) };
  await desk.take(
    'desk',
    ...gone,
    { ...games, identity: 'one', headline: 'One' },
    { ...games, identity: 'two', headline: 'Two' },
  );
  await desk.take('desk', ...gone.map(item => ({ ...item, status: 'canceled' as const })));

  expect(headlines((await article('One')).related)).toEqual(['Two']);
});
