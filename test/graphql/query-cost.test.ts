import { buildSchema, getOperationAST, getVariableValues, parse } from 'graphql';
import { DEFAULT_LIMITS } from '../../src/graphql/limits.js';
import { queryCost, type QueryCost } from '../../src/graphql/query-cost.js';
import { sampleSchema } from '../support/sample-schema.js';

const EDGES = 'body source { name } topics { name parent { name } } translations { headline } related { headline }';

test('a field of text costs nothing, an object one point, a page ten and a point for each article', () => {
  expect(costOf('{ article(id: 1) { id headline } }').points).toBe(1);
  expect(costOf('{ article(id: 1) { source { name } } }').points).toBe(2);
  expect(costOf('{ articles(first: 7) { nodes { headline } } }').points).toBe(10 + 7);
});

test('edges and nodes cost the same', () => {
  const nodes = costOf('{ articles(first: 50) { nodes { source { name } } } }').points;
  const edges = costOf('{ articles(first: 50) { edges { cursor node { source { name } } } } }').points;

  expect(nodes).toBe(10 + 50 * 2);
  expect(edges).toBe(nodes);
});

test('what stands beside the articles of a page is not multiplied by its size', () => {
  expect(costOf('{ articles(first: 100) { totalCount nodes { id } } }').points).toBe(10 + 10 + 100);
});

test('a page without a size counts as twenty, a list without one as five', () => {
  expect(costOf('{ articles { nodes { id } } }').points).toBe(10 + 20);
  expect(costOf('{ article(id: 1) { topics { name } } }').points).toBe(1 + 5);
});

test('as many objects as there are ids', () => {
  const schema = buildSchema('type Query { nodes(ids: [ID!]!): [Node]! } type Node { id: ID }');

  expect(costOf('{ nodes(ids: ["1", "2", "3"]) { id } }', {}, schema).points).toBe(10 + 3);
});

test('pages within pages multiply', () => {
  const { points } = costOf('{ articles(first: 10) { nodes { related(first: 10) { related(first: 10) { id } } } } }');

  expect(points).toBe(10 + 10 * (1 + 10 + 10 * (1 + 10 + 10)));
});

test('the size of a page may come from a variable, or from its default', () => {
  const query = 'query ($count: Int = 30) { articles(first: $count) { nodes { id } } }';

  expect(costOf(query).points).toBe(40);
  expect(costOf(query, { count: 90 }).points).toBe(100);
  expect(costOf('query ($count: Int) { articles(last: $count) { nodes { id } } }', { count: 3 }).points).toBe(13);
});

test('what the client skips costs nothing', () => {
  const query =
    'query ($full: Boolean!) { article(id: 1) { id related @include(if: $full) { id } source @skip(if: true) { id } } }';

  expect(costOf(query, { full: false }).points).toBe(1);
  expect(costOf(query, { full: true }).points).toBe(1 + 10 + 5);
});

test('the same field asked for in two fragments counts once', () => {
  const query = `
    { article(id: 1) { ...A ...B } }
    fragment A on Article { source { name } }
    fragment B on Article { source { id } }`;

  expect(costOf(query).points).toBe(2);
});

test('of the types that a node may turn out to be, the dearest counts', () => {
  const query = `{ node(id: 1) {
    ... on Article { related(first: 20) { id } }
    ... on Topic { parent { id } }
    ... on Node { id }
  } }`;

  expect(costOf(query).points).toBe(1 + 10 + 20);
});

test('a size below nothing or beyond every page cannot bend the sum', () => {
  expect(costOf('{ articles(first: -1000000) { nodes { id } } }').points).toBe(10);
  expect(costOf('{ articles(first: 2147483647) { nodes { id } } }').points).toBe(10 + 500);
});

test('asking for the schema is cheap, however much of it is asked for', () => {
  expect(costOf('{ __schema { types { fields { args { name } } } } __typename }').points).toBe(10);
});

test('a field may say itself what it costs', () => {
  expect(costOf('{ articles(first: 100) { nodes { body } } }').points).toBe(10 + 100 * 11);
});

test('a hundred articles with all their edges are within the limit, and so are twenty topics with their newest', () => {
  expect(costOf(`{ articles(first: 100) { nodes { ${EDGES} } edges { node { ${EDGES} } } } }`).points).toBeLessThan(
    DEFAULT_LIMITS.cost,
  );
  const topics = Array.from(
    { length: 20 },
    (_, index) => `t${index}: topic(slug: "t${index}") { name articles(first: 5) { nodes { ${EDGES} } } }`,
  );
  expect(costOf(`{ ${topics.join(' ')} }`).points).toBeLessThan(DEFAULT_LIMITS.cost);
});

test('related articles of related articles, six levels deep, are beyond it, and said to be the reason', () => {
  const { points, costliest } = costOf(
    `{ article(id: 1) { ${'related(first: 10) { '.repeat(6)} id ${'} '.repeat(6)} } }`,
  );

  expect(points).toBeGreaterThan(1_000_000);
  expect(costliest.path).toBe('article.related.related.related.related.related.related');
});

function costOf(query: string, variables: Record<string, unknown> = {}, schema = sampleSchema): QueryCost {
  const document = parse(query);
  const operation = getOperationAST(document)!;
  const { coerced } = getVariableValues(schema, operation.variableDefinitions ?? [], variables);
  return queryCost(schema, document, operation, coerced!);
}
