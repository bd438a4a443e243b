import { execute, getOperationAST, getVariableValues, parse, validate, type GraphQLSchema } from 'graphql';
import type { DataSource } from 'typeorm';
import { loadReference, type Reference } from '../../src/content/reference.js';
import { createDataSource } from '../../src/database/data-source.js';
import { entities } from '../../src/entities.js';
import { createKnownQuery, type KnownQuery } from '../../src/execution/known-query.js';
import { answerCost } from '../../src/graphql/answer-cost.js';
import { type Context, createContext } from '../../src/graphql/context.js';
import { Deadline } from '../../src/graphql/deadline.js';
import { queryCost } from '../../src/graphql/query-cost.js';
import { visitorReader } from '../../src/partners/reader.js';
import { buildGatewaySchema } from '../../src/schema.js';
import { drawBy, randomSelection, type Ways } from '../support/random-query.js';
import { runGateway, type RunningGateway } from '../support/running-gateway.js';

/** COMPILED_QUERIES=20000 for a night. */
const QUERIES = Number(process.env.COMPILED_QUERIES ?? 150);

const LIST = [
  '',
  '(first: 2)',
  '(first: $n, orderBy: OLDEST)',
  '(last: 2)',
  '(first: 3, filter: $filter)',
  '(first: 900)',
];
const NAME = ['', '(language: "lo")', '(language: $language)'];
const WAYS: Ways = {
  'Query.article': ['(id: $article)', '(id: "nonsense")'],
  'Query.articles': LIST,
  'Query.event': ['(slug: "sea-games-31")'],
  'Query.source': ['(slug: "foreign-desk")', '(slug: "none")'],
  'Query.topic': ['(slug: "politics")', '(slug: $slug)', '(slug: "none")'],
  'Article.related': ['', '(first: 2)'],
  'Event.articles': LIST,
  'Event.name': NAME,
  'Source.articles': LIST,
  'Source.name': NAME,
  'Topic.articles': LIST,
  'Topic.name': NAME,
  'ArticleFacets.topics': ['', '(first: $n)'],
};
const HEAD =
  'query ($yes: Boolean!, $no: Boolean = false, $n: Int, $language: Locale = "km", $slug: String!, $article: ID!, $filter: ArticleFilter)';
const CONTENT = ['article', 'articles', 'event', 'events', 'source', 'sources', 'topic', 'topics'];

let gateway: RunningGateway;
let dataSource: DataSource;
let schema: GraphQLSchema;
let reference: Reference;
let article: string;

beforeAll(async () => {
  gateway = await runGateway({ POLL: 'false' });
  dataSource = await createDataSource({ url: gateway.databaseUrl, entities }).initialize();
  schema = await buildGatewaySchema();
  reference = await loadReference(dataSource.manager);
  article = (await gateway.ask('{ articles(first: 1) { nodes { id } } }')).articles.nodes[0].id;
});

afterAll(async () => {
  await dataSource?.destroy();
  await gateway?.close();
});

const now = new Date();
const asVisitor = (): Context =>
  createContext({
    reader: visitorReader(reference.licences),
    now,
    db: dataSource.manager,
    reference,
    requestId: 'test',
    deadline: new Deadline(),
  });

/** A known query, as it is after graphql-js has answered it. */
function known(source: string): KnownQuery | null {
  const document = parse(source);
  expect(validate(schema, document)).toEqual([]);
  const operation = getOperationAST(document)!;
  return createKnownQuery({ schema, document, operation, contentType: 'application/json' });
}

/** Answers a query in both ways, and gives the number of errors that graphql-js found. */
async function compare(source: string, variables: Record<string, unknown>): Promise<number> {
  const query = known(source)!;
  const document = query.document;
  const operation = getOperationAST(document)!;
  const { coerced } = getVariableValues(schema, operation.variableDefinitions ?? [], variables);
  const { data, errors } = await execute({ schema, document, contextValue: asVisitor(), variableValues: variables });
  const answer = await query.run(query.coerce(variables)!, asVisitor()).catch(() => null);
  const expected = errors
    ? null
    : { data: JSON.stringify(data), points: answerCost(schema, document, operation, coerced!, data) };
  expect({ source, answer }).toEqual({ source, answer: expected });
  expect(query.mayCost(coerced!)).toBe(Math.max(1, queryCost(schema, document, operation, coerced!).points));
  return errors?.length ?? 0;
}

test('a compiled query writes what graphql-js answers, and counts the same points, whatever is asked', async () => {
  const counts = { answered: 0, refused: 0 };
  for (let seed = 1; seed <= QUERIES; seed += 1) {
    const draw = drawBy(seed);
    const selection = randomSelection(schema.getQueryType()!, WAYS, { depth: 4, draw, only: CONTENT });
    const variables = {
      yes: draw([true, false]),
      no: draw([true, false]),
      n: draw([undefined, null, 0, 1, 3, 101]),
      language: draw(['vi', 'zh-TW', undefined]),
      slug: draw(['asean', 'nowhere']),
      article,
      filter: draw([undefined, null, { languages: ['vi'] }, { topics: { any: ['sport'] } }, { text: 'hội nghị' }]),
    };
    const uses = Object.keys(variables).filter(name => new RegExp(`\\$${name}\\b`).test(selection));
    const head =
      uses.length > 0 ? HEAD.replace(/\$(\w+): [^,)]+(, )?/g, (all, name) => (uses.includes(name) ? all : '')) : '';
    const errors = await compare(`${head.replace(/, \)/, ')')} { ${selection} }`, variables);
    if (errors > 0) counts.refused += 1;
    else counts.answered += 1;
  }
  expect(counts.answered).toBeGreaterThan(counts.refused);
  expect(counts.refused).toBeGreaterThan(0);
});

test('each field of an article is read with the columns that it is made from', async () => {
  const fields = (schema.getType('Article') as any).getFields();
  const ask = (name: string): string => {
    const { type } = fields[name];
    const named = schema.getType(String(type).replace(/[[\]!]/g, '')) as any;
    if (!named.getFields) return name;
    const leaves = Object.values<any>(named.getFields()).filter(
      field =>
        /^(String|Int|ID|Boolean|Locale|URL|HTML|DateTime)!?$/.test(String(field.type)) &&
        !field.args.some((one: any) => String(one.type).endsWith('!')),
    );
    return leaves.length > 0 ? `${name} { ${leaves.map(leaf => leaf.name).join(' ')} }` : `${name} { __typename }`;
  };
  const asked = Object.keys(fields).filter(name => !['diff', 'versions'].includes(name));
  const nodes = async (selection: string): Promise<any[]> => {
    const query = known(`{ articles(first: 100) { nodes { ${selection} } } }`)!;
    return JSON.parse((await query.run({}, asVisitor())).data).articles.nodes;
  };
  const whole = await nodes(`id ${asked.map(ask).join(' ')} usage { until }`);
  for (const name of asked) {
    const alone = await nodes(ask(name));
    expect(alone.map(one => one[name])).toEqual(whole.map(one => one[name]));
  }
});

test.each([
  ['an interface', `{ node(id: "art_1") { id } }`],
  ['the schema', '{ __schema { types { name } } }'],
  ['a mutation', 'mutation { acknowledgeWithdrawal(input: { articleId: "art_1" }) { __typename } }'],
])('%s is left to graphql-js', (_what, source) => {
  const document = parse(source);
  const operation = getOperationAST(document)!;
  expect(createKnownQuery({ schema, document, operation, contentType: '' })).toBeNull();
});

test('arguments that many objects share cannot be changed by a resolver', async () => {
  const query = known('{ articles(first: 1, filter: { languages: ["vi"] }) { nodes { id } } }')!;
  const field = schema.getQueryType()!.getFields().articles!;
  const { resolve } = field;
  field.resolve = (_root, args) => (args.filter.languages.push('en'), null);
  const changing = known('{ articles(first: 1, filter: { languages: ["vi"] }) { nodes { id } } }')!;
  field.resolve = resolve!;
  await expect(changing.run({}, asVisitor())).rejects.toThrow(TypeError);
  await expect(query.run({}, asVisitor())).resolves.toMatchObject({ points: expect.any(Number) });
});
