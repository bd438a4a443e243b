import { storeTopics } from '../../src/ingest/store/store-vocabulary.js';
import { TopicInput } from '../../src/ingest/store/vocabulary-input.js';
import { type Desk, filedUnder, openDesk } from '../support/desk.js';

let desk: Desk;

beforeAll(async () => {
  desk = await openDesk();
});

afterAll(() => desk.close());

test('topics form a tree, read from either end', async () => {
  const { topics, topic } = await desk.ask(`{
    topics(roots: true) { totalCount nodes { slug parent { slug } children { slug children { slug } } } }
    topic(slug: "asean") { parent { slug } ancestors { slug } children { slug } mediaTopic }
  }`);
  expect(topics).toEqual({
    totalCount: 2,
    nodes: [
      {
        slug: 'politics',
        parent: null,
        children: [{ slug: 'foreign-relations', children: [{ slug: 'asean' }] }],
      },
      { slug: 'sport', parent: null, children: [{ slug: 'football', children: [] }] },
    ],
  });
  expect(topic).toEqual({
    parent: { slug: 'foreign-relations' },
    ancestors: [{ slug: 'foreign-relations' }, { slug: 'politics' }],
    children: [],
    mediaTopic: null,
  });
});

test('all topics are listed unless only the roots are asked for', async () => {
  const all = ['politics', 'foreign-relations', 'asean', 'sport', 'football'];
  for (const roots of ['', '(roots: false)', '(roots: null)']) {
    const { topics } = await desk.ask(`{ topics${roots} { totalCount nodes { slug } } }`);
    expect(topics).toEqual({ totalCount: 5, nodes: all.map(slug => ({ slug })) });
  }
});

test('a name is given in the language asked for, field by field', async () => {
  const { topic, event, source } = await desk.ask(`{
    topic(slug: "foreign-relations") { name vi: name(language: "vi-VN") lo: name(language: "lo") odd: name(language: "toString") }
    event(slug: "vietnam-laos-2022") { name(language: "vi") description startsOn endsOn countries topics { slug } }
    source(slug: "desk") { name vi: name(language: "vi") languages homepage country }
  }`);
  expect(topic).toEqual({
    name: 'Foreign relations',
    vi: 'Đối ngoại',
    lo: 'Foreign relations',
    odd: 'Foreign relations',
  });
  expect(event).toEqual({
    name: 'Năm Đoàn kết hữu nghị Việt Nam–Lào 2022',
    description: null,
    startsOn: '2022-01-01',
    endsOn: '2022-12-31',
    countries: ['VN', 'LA'],
    topics: [{ slug: 'foreign-relations' }],
  });
  expect(source).toEqual({ name: 'The Desk', vi: 'Ban Đối ngoại', languages: ['vi'], homepage: null, country: null });
});

test('what there is not is null, and never an error', async () => {
  expect(
    await desk.ask('{ topic(slug: "none") { slug } event(slug: "") { slug } source(slug: "Desk") { slug } }'),
  ).toEqual({ topic: null, event: null, source: null });
});

test('an article moves with its topic', async () => {
  await desk.take('desk', { identity: 'moving', subjects: filedUnder('football') });
  const under = async (slug: string) =>
    (await desk.ask('query ($slug: String!) { topic(slug: $slug) { articles { totalCount } } }', { slug })).topic
      .articles.totalCount;
  expect([await under('sport'), await under('politics'), await under('football')]).toEqual([1, 0, 1]);

  const football = TopicInput.parse({ slug: 'football', parent: 'foreign-relations', names: { en: 'Football' } });
  await desk.dataSource.transaction(db => storeTopics(db, [football], new Date()));

  expect([await under('sport'), await under('politics'), await under('football')]).toEqual([0, 1, 1]);
  const { topic } = await desk.ask('{ topic(slug: "football") { ancestors { slug } } }');
  expect(topic.ancestors.map(({ slug }: { slug: string }) => slug)).toEqual(['foreign-relations', 'politics']);
});
