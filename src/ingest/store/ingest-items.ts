import { type EntityManager, QueryFailedError } from 'typeorm';
import type { Clock } from '../../clock.js';
import type { Reference } from '../../content/reference.js';
import type { ArticleOutcome } from './article-outcome.js';
import type { IncomingArticle, UnreadableItem } from '../incoming.js';
import { type Origin, type PreparedArticle, prepareArticle } from './prepare-article.js';
import { storeArticles } from './store-articles.js';

/** What items are taken in with. */
export interface Ingest extends Origin {
  /** Each batch is a transaction of its own; inside one of the caller's, a savepoint. */
  db: EntityManager;
  reference: Reference;
  clock: Clock;
  /** Whether to do everything and then undo it: the outcomes are those that a real run would have. */
  dryRun: boolean;
}

type Item = IncomingArticle | UnreadableItem;

/**
 * Items in one transaction: one that cannot be stored is said so and never loses the others. Afterwards, each entry of
 * `items` has its outcome at the same place of the result.
 */
export async function ingestItems(ingest: Ingest, items: Item[]): Promise<ArticleOutcome[]> {
  const prepared = items.map(item => prepare(item, ingest));
  const articles = prepared.filter((result): result is PreparedArticle => !('result' in result));
  const stored = await storeBatch(ingest, articles);

  return prepared.map(result => ('result' in result ? result : stored.shift()!));
}

function prepare(item: Item, ingest: Ingest): PreparedArticle | ArticleOutcome {
  if ('reason' in item) return rejected(item.label, item.reason);
  const prepared = prepareArticle(item, ingest);
  return typeof prepared === 'string' ? rejected(item.identity ?? item.headline, prepared, item.notes) : prepared;
}

function rejected(label: string, reason: string, notes: string[] = []): ArticleOutcome {
  return { label: label.slice(0, 120), result: 'rejected', reason, notes };
}

async function storeBatch(ingest: Ingest, articles: PreparedArticle[]): Promise<ArticleOutcome[]> {
  if (articles.length === 0) return [];
  try {
    return await store(ingest, articles);
  } catch (error) {
    if (!isAboutValues(error)) throw error;
    if (articles.length === 1) {
      return [rejected(articles[0]!.label, `The database cannot hold it: ${error.message}.`, articles[0]!.notes)];
    }
  }
  // One of them has a value that PostgreSQL will not take: halves find it in a few steps.
  const half = Math.ceil(articles.length / 2);
  const first = await storeBatch(ingest, articles.slice(0, half));
  return [...first, ...(await storeBatch(ingest, articles.slice(half)))];
}

/** SQLSTATE classes 22 (data), 23 (constraint) and 54 (limit): what a value can be guilty of. */
function isAboutValues(error: unknown): error is QueryFailedError {
  if (!(error instanceof QueryFailedError)) return false;
  const { code } = error.driverError as { code?: string };
  return /^(22|23|54)/.test(code ?? '');
}

class DryRun extends Error {
  constructor(readonly outcomes: ArticleOutcome[]) {
    super('undone');
  }
}

async function store(ingest: Ingest, articles: PreparedArticle[]): Promise<ArticleOutcome[]> {
  const { db, source, reference, clock, dryRun } = ingest;
  try {
    return await db.transaction(async transaction => {
      const outcomes = await storeArticles(transaction, source.id, articles, reference, clock());
      if (dryRun) throw new DryRun(outcomes);
      return outcomes;
    });
  } catch (error) {
    if (error instanceof DryRun) return error.outcomes;
    throw error;
  }
}
