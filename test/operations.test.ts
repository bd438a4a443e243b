import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import {
  buildSchema,
  Kind,
  NoDeprecatedCustomRule,
  parse,
  specifiedRules,
  validate,
  type OperationDefinitionNode,
} from 'graphql';
import { z } from 'zod';
import { DEFAULT_LIMITS } from '../src/graphql/limits.js';
import { readOperations, type Operation } from '../src/http/read-operations.js';
import { storeEvents, storeSources, storeTopics } from '../src/ingest/store/store-vocabulary.js';
import { EventInput, SourceInput, TopicInput } from '../src/ingest/store/vocabulary-input.js';
import { serveDesk } from './support/desk-server.js';
import { type Desk, filedUnder, openDesk } from './support/desk.js';
import type { SampleServer } from './support/sample-server.js';

const root = new URL('..', import.meta.url);
const read = (name: string): string => readFileSync(new URL(name, root), 'utf8');
const operations: Operation[] = await readOperations(fileURLToPath(new URL('schema/operations', root)));

let desk: Desk;
let server: SampleServer;

beforeAll(async () => {
  desk = await openDesk();
  server = await serveDesk(desk);
  await storeVocabulary();
  const laos = { code: 'country:la', name: null, kind: 'country' as const };
  const about = [...filedUnder('foreign-relations', 'vietnam-laos-2022', 'education'), laos];
  const article = { language: 'vi', bylines: ['Thu Hà'], media: [PICTURE], subjects: about };
  await desk.take(
    'foreign-desk',
    { ...article, identity: 'a', headline: 'Năm hữu nghị bắt đầu', storyIdentity: 's', publishedAt: hour(5) },
    { ...article, identity: 'b', headline: 'The year opens', storyIdentity: 's', publishedAt: hour(4), language: 'en' },
    { ...article, identity: 'c', headline: 'Năm hữu nghị bế mạc', publishedAt: hour(3) },
    { ...article, identity: 'd', headline: 'Tin khác', publishedAt: hour(2), subjects: filedUnder('asean') },
  );
});

afterAll(async () => {
  await server.app.close();
  await desk.close();
});

const hour = (of: number) => new Date(Date.UTC(2022, 8, 5, of));
const PICTURE = {
  kind: 'picture' as const,
  url: 'https://desk.example/1.jpg',
  mimeType: null,
  width: null,
  height: null,
  durationSeconds: null,
  alt: null,
  caption: null,
  credit: null,
};

/** The real topics, events and sources, whose slugs the examples use. */
async function storeVocabulary(): Promise<void> {
  const known = <Shape extends z.ZodType>(name: string, shape: Shape) =>
    z.array(shape).parse(JSON.parse(read(`vocabulary/${name}.json`)));
  await desk.dataSource.transaction(async db => {
    await storeTopics(db, known('topics', TopicInput), new Date());
    await storeEvents(db, known('events', EventInput), new Date());
    await storeSources(db, known('sources', SourceInput), new Date());
  });
}

function operationOf({ document }: Operation): OperationDefinitionNode {
  const found = parse(document).definitions.filter(definition => definition.kind === Kind.OPERATION_DEFINITION);
  expect(found).toHaveLength(1);
  return found[0]!;
}

describe.each(operations)('the example "$name"', operation => {
  test('has a title, a name, and a default for every variable that it needs', () => {
    const { name, variableDefinitions = [] } = operationOf(operation);

    expect(operation.document).toMatch(/^# [A-Z].{10,80}[^.]\n/);
    expect(operation.title).not.toBe(operation.name);
    // "01-latest-of-a-topic" is the operation LatestOfATopic.
    const expected = operation.name
      .replace(/^\d\d-/, '')
      .replace(/(?:^|-)(\w)/g, (_, letter: string) => letter.toUpperCase());
    expect(name?.value).toBe(expected);
    for (const { type, defaultValue } of variableDefinitions) {
      expect(type.kind === Kind.NON_NULL_TYPE && !defaultValue).toBe(false);
    }
  });

  test('is valid, and uses nothing that is to go', () => {
    const schema = buildSchema(read('schema/schema.graphql'));
    expect(validate(schema, parse(operation.document), [...specifiedRules, NoDeprecatedCustomRule])).toEqual([]);
  });

  test('runs as it is, finds something, and costs little', async () => {
    const { errors, data, headers } = await server.ask({ query: operation.document });

    expect(errors).toEqual([]);
    expect(JSON.stringify(data)).toMatch(/"(headline|slug)":"/);
    expect(emptyLists(data).filter(name => name !== 'children')).toEqual([]);
    expect(Number(headers.get('x-query-cost'))).toBeLessThan(DEFAULT_LIMITS.cost / 10);
  });
});

/** The names of lists without anything in them, looking at the first of each list only. */
function emptyLists(value: unknown, name = ''): string[] {
  if (Array.isArray(value))
    return value.length === 0 ? [name] : value.slice(0, 1).flatMap(item => emptyLists(item, name));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, below]) => emptyLists(below, key));
}

test('the examples show most of what there is to ask', () => {
  expect(operations.length).toBeGreaterThanOrEqual(8);
  const all = operations.map(({ document }) => document).join('\n');
  for (const word of [
    'articles(',
    'event(',
    'events(',
    'topics(',
    'facets',
    'translations',
    'RELEVANCE',
    'after:',
    'timeZone:',
  ]) {
    expect(all).toContain(word);
  }
});

test('the next page goes on where the page before ended', async () => {
  const { document } = operations.find(({ name }) => name.endsWith('next-page'))!;
  const query = document.replace('first: 5', 'first: 1');
  const first: any = (await server.ask({ query })).data;
  expect(first.articles.pageInfo.hasNextPage).toBe(true);

  const next: any = (await server.ask({ query, variables: { after: first.articles.pageInfo.endCursor } })).data;
  expect(next.articles.edges).toHaveLength(1);
  expect(next.articles.edges[0].node.id).not.toBe(first.articles.edges[0].node.id);
});
