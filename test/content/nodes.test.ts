import { globalId } from '../../src/graphql/global-id.js';
import { type Desk, filedUnder, openDesk } from '../support/desk.js';

let desk: Desk;

beforeAll(async () => {
  desk = await openDesk();
  const picture = { kind: 'picture' as const, mimeType: null, width: null, height: null, durationSeconds: null };
  const words = { alt: null, caption: null, credit: null };
  await desk.take(
    'desk',
    {
      identity: 'vi',
      storyIdentity: 'story',
      language: 'vi',
      subjects: filedUnder('asean', 'vietnam-laos-2022'),
      media: [
        { ...picture, ...words, url: 'https://desk.example/1.jpg', caption: 'Một' },
        { ...picture, ...words, url: 'https://desk.example/2.mp4', kind: 'video', caption: 'Hai' },
      ],
    },
    { identity: 'en', storyIdentity: 'story', language: 'en', headline: 'Conference' },
  );
});

afterAll(() => desk.close());

const EVERYTHING = `{
  articles { nodes { id story { id } source { id } topics { id ancestors { id } } events { id } media { id } } }
}`;

const NODE = `query ($id: ID!) { node(id: $id) {
  __typename id
  ... on Article { headline } ... on Story { languages } ... on Topic { slug } ... on Event { slug } ... on Source { slug }
  ... on Media { caption kind url }
} }`;

async function ids(): Promise<string[]> {
  const text = JSON.stringify(await desk.ask(EVERYTHING));
  return [...new Set(Array.from(text.matchAll(/"id":"([^"]+)"/g), ([, id]) => id!))];
}

const node = async (id: string) => (await desk.ask(NODE, { id })).node;

test('whatever has an id is found again by it, whole', async () => {
  const nodes = await Promise.all((await ids()).map(node));

  expect(nodes.map(({ id }) => id)).toEqual(await ids());
  const whole = [
    { __typename: 'Article', headline: 'Hội nghị Đối ngoại' },
    { __typename: 'Article', headline: 'Conference' },
    { __typename: 'Story', languages: ['en', 'vi'] },
    { __typename: 'Topic', slug: 'asean' },
    { __typename: 'Topic', slug: 'politics' },
    { __typename: 'Event', slug: 'vietnam-laos-2022' },
    { __typename: 'Source', slug: 'desk' },
    { __typename: 'Media', caption: 'Một', kind: 'PICTURE', url: 'https://desk.example/1.jpg' },
    { __typename: 'Media', caption: 'Hai', kind: 'VIDEO', url: 'https://desk.example/2.mp4' },
  ];
  expect(nodes).toEqual(expect.arrayContaining(whole.map(fields => ({ ...fields, id: expect.any(String) }))));
});

test('ids of different types never meet', async () => {
  const found = await ids();
  expect(new Set(found).size).toBe(found.length);
  expect(
    new Set(['Article', 'Story', 'Topic', 'Event', 'Source', 'Media'].map(type => globalId(type as never, 1))).size,
  ).toBe(6);
});

test('many are given in the order asked, null where there is nothing, in one statement a type', async () => {
  const [first, ...rest] = (await ids()).toReversed();
  const wanted = [...rest, globalId('Article', 999_999), first!, 'nonsense', '', first!, globalId('Topic', 0)];
  const { nodes } = await desk.ask('query ($ids: [ID!]!) { nodes(ids: $ids) { id } }', { ids: wanted });

  expect(nodes).toEqual([...rest.map(id => ({ id })), null, { id: first }, null, null, { id: first }, null]);
  expect(desk.statements).toHaveLength(3); // Articles, stories and media: the others are in memory.
  expect(await desk.ask('{ nodes(ids: []) { id } }')).toEqual({ nodes: [] });
});

test('the largest key there can be is looked for, and not found', async () => {
  for (const type of ['Article', 'Story', 'Topic', 'Event', 'Source', 'Media'] as const) {
    expect(await node(globalId(type, Number.MAX_SAFE_INTEGER))).toBeNull();
  }
});

test('an article is found by its own id only', async () => {
  const { articles } = await desk.ask('{ articles(last: 1) { nodes { id story { id } } } }');
  const [{ id, story }] = articles.nodes;
  const article = async (asked: string) =>
    (await desk.ask('query ($id: ID!) { article(id: $id) { id } }', { id: asked })).article;

  expect(await article(id)).toEqual({ id });
  for (const other of [story.id, '1', '', 'art_', id.toUpperCase(), `${id} `]) expect(await article(other)).toBeNull();
});

test('a picture keeps its id while its article changes, and loses it with its place there', async () => {
  const picture = {
    url: 'https://desk.example/kept.jpg',
    kind: 'picture' as const,
    mimeType: null,
    width: null,
    height: null,
  };
  const medium = { ...picture, durationSeconds: null, alt: null, caption: 'Before', credit: null };
  const mediaOf = async () =>
    (await desk.ask('{ articles(filter: { text: "picturesque" }) { nodes { media { id caption } } } }')).articles
      .nodes[0].media;

  await desk.take('desk', { identity: 'pictured', headline: 'Picturesque', media: [medium] });
  const [before] = await mediaOf();
  await desk.take('desk', { identity: 'pictured', headline: 'Picturesque', media: [{ ...medium, caption: 'After' }] });
  expect(await mediaOf()).toEqual([{ id: before.id, caption: 'After' }]);
  expect(await node(before.id)).toMatchObject({ caption: 'After' });

  await desk.take('desk', { identity: 'pictured', headline: 'Picturesque', media: [] });
  expect(await node(before.id)).toBeNull();
});
