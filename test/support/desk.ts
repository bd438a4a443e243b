import 'reflect-metadata';
import { graphql, type ExecutionResult, type GraphQLSchema } from 'graphql';
import type { DataSource, EntityManager, Logger } from 'typeorm';
import { loadReference, type Reference } from '../../src/content/reference.js';
import { loadThesaurus } from '../../src/content/thesaurus.js';
import { createDataSource } from '../../src/database/data-source.js';
import { entities } from '../../src/entities.js';
import { createContext } from '../../src/graphql/context.js';
import { Deadline } from '../../src/graphql/deadline.js';
import type { ArticleOutcome } from '../../src/ingest/store/article-outcome.js';
import { emptyArticle } from '../../src/ingest/formats/empty-article.js';
import type { IncomingArticle } from '../../src/ingest/incoming.js';
import { ingestItems } from '../../src/ingest/store/ingest-items.js';
import { storeEvents, storeSources, storeTopics } from '../../src/ingest/store/store-vocabulary.js';
import { EventInput, SourceInput, TopicInput } from '../../src/ingest/store/vocabulary-input.js';
import { Licence } from '../../src/partners/licence.js';
import { visitorReader } from '../../src/partners/reader.js';
import { buildGatewaySchema } from '../../src/schema.js';
import { createTestDatabase } from './database.js';

/** A small newsroom in a database of its own: what tests store articles in, and ask. */
export interface Desk {
  url: string;
  dataSource: DataSource;
  db: EntityManager;
  /** Every SQL statement since it was last emptied. */
  statements: string[];
  /** The time that the desk's clock shows; move it at will. */
  now: Date;
  reference(): Promise<Reference>;
  /** Takes in articles through the one way in; what is left out of them is filled in. */
  take(source: string, ...articles: Partial<IncomingArticle>[]): Promise<ArticleOutcome[]>;
  /** Asks GraphQL as a visitor; errors fail the test. */
  ask<Data = any>(query: string, variables?: Record<string, unknown>): Promise<Data>;
  /** Asks GraphQL as a visitor, and gives the answer whole. */
  answer(query: string, variables?: Record<string, unknown>): Promise<ExecutionResult>;
  close(): Promise<void>;
}

const TOPICS = [
  { slug: 'politics', mediaTopic: 'medtop:11000000', names: { en: 'Politics', vi: 'Chính trị' } },
  {
    slug: 'foreign-relations',
    parent: 'politics',
    names: { en: 'Foreign relations', vi: 'Đối ngoại' },
    aliases: ['Ngoại giao'],
  },
  { slug: 'asean', parent: 'foreign-relations', names: { en: 'ASEAN' } },
  { slug: 'sport', mediaTopic: 'medtop:15000000', names: { en: 'Sport', vi: 'Thể thao' } },
  { slug: 'football', parent: 'sport', names: { en: 'Football', vi: 'Bóng đá' } },
];
const EVENTS = [
  {
    slug: 'vietnam-laos-2022',
    names: {
      vi: 'Năm Đoàn kết hữu nghị Việt Nam–Lào 2022',
      en: 'Year of Solidarity and Friendship Việt Nam–Laos 2022',
    },
    startsOn: '2022-01-01',
    endsOn: '2022-12-31',
    countries: ['VN', 'LA'],
    topics: ['foreign-relations'],
    aliases: ['Năm Đoàn kết hữu nghị Việt Nam - Lào'],
  },
  {
    slug: 'sea-games-31',
    names: { en: 'SEA Games 31', vi: 'SEA Games 31' },
    startsOn: '2022-05-12',
    endsOn: '2022-05-23',
    countries: ['VN'],
    topics: ['sport'],
  },
];
const SOURCES = [
  { slug: 'desk', names: { en: 'The Desk', vi: 'Ban Đối ngoại' }, languages: ['vi'], credit: 'The Desk' },
  { slug: 'wire', names: { en: 'The Wire' }, languages: ['en', 'lo'] },
];

/** Opens a desk with five topics, two events and two sources. Close it when the tests are done. */
export async function openDesk(): Promise<Desk> {
  const database = await createTestDatabase();
  const statements: string[] = [];
  const dataSource = await createDataSource({ url: database.url, entities, logger: counting(statements) }).initialize();
  const schema = await buildGatewaySchema();
  const db = dataSource.manager;
  await storeTopics(
    db,
    TOPICS.map(topic => TopicInput.parse(topic)),
    new Date(),
  );
  await storeEvents(
    db,
    EVENTS.map(event => EventInput.parse(event)),
    new Date(),
  );
  await storeSources(
    db,
    SOURCES.map(source => SourceInput.parse(source)),
    new Date(),
  );

  await grantPublicly(db);

  const desk: Desk = {
    url: database.url,
    dataSource,
    db,
    statements,
    now: new Date('2022-08-01T00:00:00Z'),
    reference: () => loadReference(db),
    async take(slug, ...articles) {
      const reference = await loadReference(db);
      const thesaurus = await loadThesaurus(db, reference);
      const source = reference.sources.bySlug.get(slug)!;
      return ingestItems(
        { db, reference, thesaurus, source, language: null, clock: () => desk.now, dryRun: false },
        articles.map(incoming),
      );
    },
    async ask<Data>(query: string, variables?: Record<string, unknown>) {
      const { data, errors } = await desk.answer(query, variables);
      if (errors) throw errors[0]!;
      return data as Data;
    },
    answer: (query, variables) => answer(desk, schema, query, variables),
    async close() {
      await dataSource.destroy();
      await database.drop();
    },
  };
  return desk;
}

/** Gives visitors everything, with text and media. */
export async function grantPublicly(db: EntityManager, licence: Partial<Licence> = {}): Promise<void> {
  await db.save(Licence, { name: 'Everything', text: true, media: true, revision: 0, ...licence });
}

async function answer(
  desk: Desk,
  schema: GraphQLSchema,
  source: string,
  variableValues: Record<string, unknown> = {},
): Promise<ExecutionResult> {
  const reference = await desk.reference();
  const contextValue = createContext({
    reader: visitorReader(reference.licences),
    now: desk.now,
    db: desk.db,
    reference,
    requestId: 'test',
    deadline: new Deadline(),
  });
  desk.statements.length = 0;
  return graphql({ schema, source, variableValues, contextValue });
}

/** An article as a source tells it, with something in every field that must have something. */
export function incoming(article: Partial<IncomingArticle>): IncomingArticle {
  return {
    ...emptyArticle(),
    headline: 'Hội nghị Đối ngoại',
    bodyHtml: '<p>Văn bản.</p>',
    publishedAt: new Date('2022-07-18T02:30:00Z'),
    ...article,
  };
}

/** Categories by their slugs or names. */
export function filedUnder(...names: string[]): IncomingArticle['subjects'] {
  return names.map(name => ({ code: null, name, kind: null }));
}

const ignore = (): void => {};

function counting(statements: string[]): Logger {
  return {
    logQuery: query => void statements.push(query),
    logQueryError: ignore,
    logQuerySlow: ignore,
    logSchemaBuild: ignore,
    logMigration: ignore,
    log: ignore,
  };
}
