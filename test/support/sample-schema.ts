import {
  GraphQLBoolean,
  GraphQLError,
  GraphQLID,
  GraphQLInt,
  GraphQLInterfaceType,
  GraphQLList,
  GraphQLNonNull,
  GraphQLObjectType,
  GraphQLScalarType,
  GraphQLSchema,
  GraphQLString,
  type ASTNode,
  type GraphQLFieldConfig,
  type GraphQLNullableType,
} from 'graphql';
import { setTimeout as wait } from 'node:timers/promises';
import type { Deadline } from '../../src/graphql/deadline.js';
import { Refusal } from '../../src/refusal.js';

const many = <Type extends GraphQLNullableType>(type: Type) =>
  new GraphQLNonNull(new GraphQLList(new GraphQLNonNull(type)));
const some = <Type extends GraphQLNullableType>(type: Type) => new GraphQLNonNull(type);
const article = { id: '1', headline: 'Nhịp cầu hữu nghị' };
const copies = (count: unknown) => Array.from({ length: Number(count ?? 5) }, () => article);

/** How often the slow field was begun, and how often it was told to stop. */
export const slow = { started: 0, stopped: 0 };

const readDay = (value: unknown, nodes?: ASTNode) => {
  if (typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value)) return value;
  throw new GraphQLError(`${JSON.stringify(value)} is not a day such as "2022-07-18".`, nodes ? { nodes } : {});
};

const Day = new GraphQLScalarType({
  name: 'Day',
  parseValue: value => readDay(value),
  parseLiteral: node => readDay('value' in node ? node.value : null, node),
});

const Node = new GraphQLInterfaceType({
  name: 'Node',
  fields: { id: { type: some(GraphQLID) } },
  resolveType: () => 'Article',
});

const Topic: GraphQLObjectType = new GraphQLObjectType({
  name: 'Topic',
  interfaces: [Node],
  fields: () => ({
    id: { type: some(GraphQLID), resolve: () => '1' },
    name: { type: some(GraphQLString), args: { language: { type: GraphQLString } }, resolve: () => 'Ngoại giao' },
    parent: { type: Topic, resolve: () => null },
    articles: page(),
  }),
});

const Article: GraphQLObjectType = new GraphQLObjectType({
  name: 'Article',
  interfaces: [Node],
  fields: () => ({
    id: { type: some(GraphQLID) },
    headline: { type: some(GraphQLString) },
    body: { type: GraphQLString, extensions: { complexity: 10 }, resolve: () => 'A few words. '.repeat(200) },
    source: { type: some(Topic), resolve: () => ({}) },
    topics: { type: many(Topic), resolve: () => [{}, {}] },
    translations: { type: many(Article), resolve: () => copies(2) },
    related: {
      type: many(Article),
      args: { first: { type: GraphQLInt, defaultValue: 5 } },
      resolve: (_article, { first }: { first: number }) => copies(first),
    },
  }),
});

const ArticleConnection = new GraphQLObjectType({
  name: 'ArticleConnection',
  fields: {
    nodes: { type: many(Article) },
    edges: {
      type: many(
        new GraphQLObjectType({
          name: 'ArticleEdge',
          fields: { cursor: { type: some(GraphQLString) }, node: { type: some(Article) } },
        }),
      ),
    },
    totalCount: { type: some(GraphQLInt), extensions: { complexity: 10 } },
  },
});

function page(): GraphQLFieldConfig<unknown, unknown, { first?: number | null }> {
  return {
    type: some(ArticleConnection),
    args: { first: { type: GraphQLInt }, last: { type: GraphQLInt }, published: { type: Day } },
    resolve: (_parent, { first }) => {
      const nodes = copies(first);
      return { nodes, edges: nodes.map(node => ({ node, cursor: 'a' })), totalCount: 1 };
    },
  };
}

const fails = (message: string, code?: string) => ({
  type: GraphQLString,
  resolve: () => Promise.reject(Object.assign(new Error(message), code ? { code } : {})),
});

const Query = new GraphQLObjectType<unknown, { deadline: Deadline }>({
  name: 'Query',
  fields: {
    article: { type: Article, args: { id: { type: some(GraphQLID) } }, resolve: () => article },
    articles: page(),
    node: { type: Node, args: { id: { type: some(GraphQLID) } }, resolve: () => article },
    topic: { type: Topic, args: { slug: { type: some(GraphQLString) } }, resolve: () => ({}) },
    echo: {
      type: GraphQLString,
      args: { text: { type: GraphQLString } },
      resolve: (_root, { text }: { text?: string }) => text,
    },
    refused: {
      type: GraphQLString,
      resolve: () => Promise.reject(new Refusal('NOT_FOUND', 'There is no such topic.', { slug: 'x' })),
    },
    bug: fails('relation "secret_table" does not exist at /srv/app/secret.ts'),
    databaseAway: fails('connect ECONNREFUSED 10.0.0.7:5432', 'ECONNREFUSED'),
    statementTimeout: fails('canceling statement due to statement timeout', '57014'),
    slow: {
      type: GraphQLBoolean,
      args: { ms: { type: some(GraphQLInt) } },
      resolve: async (_root, { ms }: { ms: number }, { deadline: { signal } }) => {
        slow.started += 1;
        signal.addEventListener('abort', () => (slow.stopped += 1));
        return wait(ms, true, { signal });
      },
    },
  },
});

/** A schema with the shapes that the limits are about: pages, lists, an interface, types that lead back to themselves. */
export const sampleSchema = new GraphQLSchema({
  query: Query,
  mutation: new GraphQLObjectType({
    name: 'Mutation',
    fields: { change: { type: GraphQLBoolean, resolve: () => true } },
  }),
  types: [Article, Topic],
});
