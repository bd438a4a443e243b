import { type EntityManager, QueryFailedError } from 'typeorm';
import type { Clock } from '../../clock.js';
import { cutText } from '../../content/cut-text.js';
import type { Reference } from '../../content/reference.js';
import type { ArticleOutcome } from './article-outcome.js';
import type { IncomingArticle, UnreadableItem } from '../incoming.js';
import { type Origin, type PreparedArticle, prepareArticle } from './prepare-article.js';
import { prepareForBulk } from './bulk-settings.js';
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

/** Articles in one transaction from which the index of words is better written late and together. */
const BULK = 200;

type Item = IncomingArticle | UnreadableItem;

/** An item that is ready to be stored, or what became of one that cannot be. */
export type PreparedItem = PreparedArticle | ArticleOutcome;

/**
 * Items in one transaction: one that cannot be stored is said so and never loses the others. Gives the outcome of each, in the
 * order of the items.
 */
export async function ingestItems(ingest: Ingest, items: Item[]): Promise<ArticleOutcome[]> {
  return storeItems(
    ingest,
    items.map(item => prepareItem(ingest, item)),
  );
}

/** Everything that can be done with an item before the database is asked: most of the work. */
export function prepareItem(ingest: Ingest, item: Item): PreparedItem {
  if ('reason' in item) return rejected(item.label, item.reason);
  const prepared = prepareArticle(item, ingest);
  return typeof prepared === 'string' ? rejected(item.identity ?? item.headline, prepared, item.notes) : prepared;
}

/** Stores what prepareItem has made ready. Gives the outcome of each, in their order. */
export async function storeItems(ingest: Ingest, prepared: PreparedItem[]): Promise<ArticleOutcome[]> {
  const stored = await storeBatch(
    ingest,
    prepared.filter((item): item is PreparedArticle => !('result' in item)),
  );
  return prepared.map(item => ('result' in item ? item : stored.shift()!));
}

function rejected(label: string, reason: string, notes: string[] = []): ArticleOutcome {
  return { label: cutText(label, 120), result: 'rejected', reason, notes };
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
      if (articles.length >= BULK) await prepareForBulk(transaction);
      const outcomes = await storeArticles(transaction, source.id, articles, reference, clock());
      if (dryRun) throw new DryRun(outcomes);
      return outcomes;
    });
  } catch (error) {
    if (error instanceof DryRun) return error.outcomes;
    throw error;
  }
}
