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
  OperationTypeNode,
} from 'graphql';
import { createDataSource } from '../src/database/data-source.js';
import { entities } from '../src/entities.js';
import { DEFAULT_LIMITS } from '../src/graphql/limits.js';
import { type Operation, readOperations } from '../src/http/read-operations.js';
import { createKey } from '../src/partners/create-key.js';
import { createPartner } from '../src/partners/create-partner.js';
import type { Scope } from '../src/partners/scope.js';
import { type RunningGateway, runGateway } from './support/running-gateway.js';

const root = new URL('..', import.meta.url);
const operations: Operation[] = await readOperations(fileURLToPath(new URL('schema/operations', root)));

let gateway: RunningGateway;
let deskKey: string;

beforeAll(async () => {
  gateway = await runGateway({ POLL: 'false' });
  const dataSource = await createDataSource({ url: gateway.databaseUrl, entities }).initialize();
  const { id: partnerId } = await createPartner(dataSource.manager, { slug: 'editors', name: 'Editors' });
  const key = { partnerId, label: 'examples', scopes: ['desk', 'read'] satisfies Scope[] };
  deskKey = (await createKey(dataSource.manager, key, new Date())).text;
  await dataSource.destroy();
});

afterAll(() => gateway.close());

function operationOf({ document }: Operation): OperationDefinitionNode {
  const found = parse(document).definitions.filter(definition => definition.kind === Kind.OPERATION_DEFINITION);
  expect(found).toHaveLength(1);
  return found[0]!;
}

describe.each(operations)('the example "$name"', operation => {
  test('has a title, a name, and a default for every variable that it needs', () => {
    const { name, variableDefinitions = [] } = operationOf(operation);

    expect(operation.document).toMatch(/^# [A-Z].{10,80}[^.]\n/);
    // "01-latest-by-topic" is the operation LatestByTopic.
    const words = operation.name.replace(/^\d\d-/, '').split('-');
    expect(name?.value).toBe(words.map(word => word[0]!.toUpperCase() + word.slice(1)).join(''));
    for (const { type, defaultValue } of variableDefinitions) {
      expect(type.kind === Kind.NON_NULL_TYPE && !defaultValue).toBe(false);
    }
  });

  test('is valid, and uses nothing that is to go', () => {
    const schema = buildSchema(readFileSync(new URL('schema/schema.graphql', root), 'utf8'));
    expect(validate(schema, parse(operation.document), [...specifiedRules, NoDeprecatedCustomRule])).toEqual([]);
  });

  test('finds something in the demo as it is, and costs little', async () => {
    const isMutation = operationOf(operation).operation === OperationTypeNode.MUTATION;
    const response = await fetch(`${gateway.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(isMutation ? { 'x-api-key': deskKey } : {}) },
      body: JSON.stringify({ query: operation.document }),
    });
    const { data, errors }: any = await response.json();

    expect(errors).toBeUndefined();
    expect(texts(data)).toBeGreaterThan(10);
    expect(Number(response.headers.get('x-query-cost'))).toBeLessThan(DEFAULT_LIMITS.cost / 10);
  });
});

/** How many texts and numbers an answer holds. */
function texts(value: unknown): number {
  if (typeof value !== 'object' || value === null) return value === null ? 0 : 1;
  return Object.values(value).reduce((sum: number, below) => sum + texts(below), 0);
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
    'story',
    'related',
    'RELEVANCE',
    'timeZone',
    'publishArticle(',
  ]) {
    expect(all).toContain(word);
  }
});

test('the example of pages goes on where the page before ended', async () => {
  const { document } = operations.find(({ name }) => name.endsWith('next-page'))!;
  const first = await gateway.ask(document);
  expect(first.articles.pageInfo.hasNextPage).toBe(true);

  const both = await gateway.ask(document.replace('first: 5', 'first: 10'));
  const next = await gateway.ask(document, { after: first.articles.pageInfo.endCursor });
  expect([...first.articles.edges, ...next.articles.edges]).toEqual(both.articles.edges);
});
