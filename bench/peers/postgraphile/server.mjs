/**
 * PostGraphile 5 on these tables, as its documentation recommends: its Amber preset, smart tags that tell of references without a foreign key,
 * computed columns (functions.sql), a condition of its own for a span of time, no mutations. No keys, licences, quotas, cost or limits.
 * Run: node server.mjs <port>, with DATABASE_URL and DATABASE_CONNECTIONS.
 */
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { addPgTableCondition, pgSmartTags } from 'graphile-utils';
import { Client } from 'pg';
import { postgraphile } from 'postgraphile';
import { makePgService } from 'postgraphile/adaptors/pg';
import { grafserv } from 'postgraphile/grafserv/node';
import { PostGraphileAmberPreset } from 'postgraphile/presets/amber';

// It asks for Node 22, of which it uses this; all servers are measured on one Node.
Promise.withResolvers ??= function withResolvers() {
  let resolve;
  let reject;
  const promise = new this((onResolve, onReject) => {
    resolve = onResolve;
    reject = onReject;
  });
  return { promise, resolve, reject };
};

const connectionString = process.env.DATABASE_URL;
const setup = new Client({ connectionString });
await setup.connect();
await setup.query(readFileSync(join(import.meta.dirname, 'functions.sql'), 'utf8'));
await setup.end();

const TABLES = new Set([
  'article',
  'article_body',
  'article_topic',
  'article_event',
  'topic',
  'event',
  'source',
  'language',
]);

const references = pgSmartTags([
  {
    kind: 'class',
    match: 'article_topic',
    tags: {
      foreignKey: ['(article_id) references article (id)', '(topic_id) references topic (id)'],
    },
  },
  {
    kind: 'class',
    match: 'article_event',
    tags: {
      foreignKey: ['(article_id) references article (id)', '(event_id) references event (id)'],
    },
  },
  {
    kind: 'class',
    match: ({ relname, relkind }) => relkind === 'r' && !TABLES.has(relname),
    tags: { behavior: '-*' },
  },
]);

const spans = ['from', 'to'].map(end =>
  addPgTableCondition(
    { schemaName: 'public', tableName: 'article_event' },
    `published${end === 'from' ? 'From' : 'To'}`,
    build => ({ type: build.graphql.GraphQLString }),
    (value, { sql, sqlTableAlias, sqlValueWithCodec, build }) => {
      const { timestamptz } = build.dataplanPg.TYPES;
      const at = sqlValueWithCodec(value, timestamptz);
      return end === 'from' ? sql`${sqlTableAlias}.published_at >= ${at}` : sql`${sqlTableAlias}.published_at < ${at}`;
    },
  ),
);

const pgl = postgraphile({
  extends: [PostGraphileAmberPreset],
  plugins: [references, ...spans],
  pgServices: [
    makePgService({
      connectionString,
      schemas: ['public'],
      poolConfig: { max: Number(process.env.DATABASE_CONNECTIONS ?? 10) },
    }),
  ],
  schema: { defaultBehavior: '-insert -update -delete -nodeId' },
  grafserv: { graphqlPath: '/graphql', graphiql: false, watch: false },
  grafast: { explain: false },
});

const server = createServer();
await pgl.createServ(grafserv).addTo(server);
if (process.argv[3] === 'schema') {
  const { printSchema } = await import('graphql');
  process.stdout.write(printSchema(await pgl.getSchema()));
}
server.listen(Number(process.argv[2]), '127.0.0.1', () => process.stdout.write('ready\n'));
