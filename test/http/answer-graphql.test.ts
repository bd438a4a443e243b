import { HeaderMap, type ApolloServer, type HTTPGraphQLRequest } from '@apollo/server';
import { createHash } from 'node:crypto';
import { pino } from 'pino';
import type { AnswerNote } from '../../src/answers/note-answers.js';
import { type KnownQueries, openKnownQueries } from '../../src/execution/known-queries.js';
import type { Context } from '../../src/graphql/context.js';
import { DEFAULT_LIMITS } from '../../src/graphql/limits.js';
import { answerGraphql } from '../../src/http/answer-graphql.js';
import { createApollo } from '../../src/http/create-apollo.js';
import { readQuestion } from '../../src/http/read-question.js';
import { buildGatewaySchema } from '../../src/schema.js';
import { contextOf } from '../support/desk-server.js';
import { type Desk, filedUnder, openDesk } from '../support/desk.js';

let desk: Desk;
let apollo: ApolloServer<Context>;
let queries: KnownQueries;
const notes = new WeakMap<HTTPGraphQLRequest, AnswerNote>();

beforeAll(async () => {
  desk = await openDesk();
  await desk.take('desk', { identity: 'one', language: 'vi', headline: 'Hữu nghị', subjects: filedUnder('asean') });
  apollo = await createApollo({
    schema: await buildGatewaySchema(),
    limits: DEFAULT_LIMITS,
    introspection: true,
    log: pino({ level: 'silent' }) as any,
    landingPage: async () => '',
    outcomes: new WeakMap(),
    notes,
  });
});

afterAll(async () => {
  await apollo?.stop();
  await desk?.close();
});

beforeEach(() => {
  queries = openKnownQueries();
});

interface Answered {
  /** Whether Apollo was asked. */
  byApollo: boolean;
  data: unknown;
  contentType: string | undefined;
  cost: unknown;
  codes: unknown[];
}

async function ask(body: unknown, { method = 'POST', search = '', headers = {} } = {}): Promise<Answered> {
  const own = { ...(method === 'POST' ? { 'content-type': 'application/json' } : {}), ...headers };
  const asking = { method: method as 'GET' | 'POST', headers: own, search, body };
  const { http, written } = await answerGraphql(
    {
      question: readQuestion(asking),
      toApollo: () => ({ ...asking, headers: new HeaderMap(Object.entries(own)) }),
      createContext: () => contextOf(desk),
    },
    { apollo, answers: null, queries, mostPoints: DEFAULT_LIMITS.cost, notes },
  );
  if (!http) {
    const { data } = JSON.parse(`${String(written!.body)}}`);
    return { byApollo: false, data, contentType: written!.contentType, cost: written!.cost, codes: [] };
  }
  const { data, errors = [], extensions } = JSON.parse((http.body as any).string);
  const { requested, actual } = extensions?.cost ?? {};
  return {
    byApollo: true,
    data,
    contentType: http.headers.get('content-type'),
    cost: { requested, actual },
    codes: errors.map((error: any) => error.extensions.code),
  };
}

const QUERY = 'query ($first: Int = 5) { articles(first: $first) { nodes { id headline topics { name } } } }';
const hash = createHash('sha256').update(QUERY).digest('hex');
const persisted = { persistedQuery: { version: 1, sha256Hash: hash } };
const inAddress = (values: Record<string, string>) => `?${new URLSearchParams(values)}`;

test.each<[string, unknown, Parameters<typeof ask>[1]]>([
  ['a POST', { query: QUERY }, {}],
  ['a POST with variables', { query: QUERY, variables: { first: 1 } }, {}],
  [
    'a named operation of two',
    { query: `query A { topic(slug: "asean") { name } } query B { topics { totalCount } }`, operationName: 'A' },
    {},
  ],
  ['another media type', { query: QUERY }, { headers: { accept: 'application/graphql-response+json' } }],
  [
    'a GET',
    null,
    {
      method: 'GET',
      search: inAddress({ query: QUERY, variables: '{"first":2}' }),
      headers: { 'apollo-require-preflight': '1' },
    },
  ],
])('%s that was answered once is answered the same without Apollo', async (_what, body, how) => {
  const first = await ask(body, how);
  const second = await ask(body, how);
  expect(first).toMatchObject({ byApollo: true, codes: [] });
  expect(second).toEqual({ ...first, byApollo: false });
});

test('a query that is registered by its hash is known by it too', async () => {
  expect(await ask({ query: QUERY, extensions: persisted })).toMatchObject({ byApollo: true, codes: [] });
  const first = await ask({ extensions: persisted });
  expect(first).toMatchObject({ byApollo: true, codes: [] });
  expect(await ask({ extensions: persisted })).toEqual({ ...first, byApollo: false });
});

test.each<[string, unknown, Parameters<typeof ask>[1], string[]]>([
  ['a page that is too large', { query: QUERY, variables: { first: 900 } }, {}, ['BAD_USER_INPUT']],
  ['a variable of another type', { query: QUERY, variables: { first: 'five' } }, {}, ['BAD_USER_INPUT']],
  ['a GET that any page could send', null, { method: 'GET', search: inAddress({ query: QUERY }) }, ['BAD_REQUEST']],
  ['an operation that is not there', { query: QUERY, operationName: 'Other' }, {}, ['OPERATION_RESOLUTION_FAILURE']],
])('%s is refused by Apollo, though the query is known', async (_what, body, how, codes) => {
  await ask({ query: QUERY });
  expect(await ask(body, how)).toMatchObject({ byApollo: true, codes });
  expect(await ask({ query: QUERY })).toMatchObject({ byApollo: false });
});

test('what may cost too much is refused by Apollo, though it was affordable before', async () => {
  const query =
    'query ($n: Int) { topics(first: $n) { nodes { articles(first: $n) { nodes { related(first: 20) { id } } } } } }';
  await ask({ query, variables: { n: 2 } });
  expect(await ask({ query, variables: { n: 2 } })).toMatchObject({ byApollo: false });
  expect(await ask({ query, variables: { n: 100 } })).toMatchObject({ byApollo: true, codes: ['QUERY_TOO_COSTLY'] });
});

test('a mutation and the schema are always asked of Apollo', async () => {
  for (const query of ['{ __schema { queryType { name } } }', '{ node(id: "art_1") { id } }']) {
    await ask({ query });
    expect(await ask({ query })).toMatchObject({ byApollo: true });
  }
});
