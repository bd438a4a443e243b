import { setImmediate as yieldToInput } from 'node:timers/promises';
import type { IncomingArticle, UnreadableItem } from '../incoming.js';
import type { ArticleOutcome } from './article-outcome.js';
import { finishBulk } from './bulk-settings.js';
import { type Ingest, type PreparedItem, prepareItem, storeItems } from './ingest-items.js';

/** Items in one transaction. 500 took twice as many a second as 50, and 2,000 no more than 500 (docs/decisions/0006-bulk-ingest.md). */
const BATCH = 500;

/** Characters of text in one transaction: articles are about 3,000 each, but may have 4 million, and a statement's parameter has an end at 1 GB. */
const BATCH_TEXT = 4_000_000;

/** Items prepared between two looks at what the database has answered: one takes about a millisecond. */
const BREATH = 8;

/**
 * Takes in any number of items in constant memory, a transaction a batch: what was reported is stored, whatever comes after.
 * While PostgreSQL stores one batch, the next is made ready.
 */
export async function* ingestStream(
  ingest: Ingest,
  items: AsyncIterable<IncomingArticle | UnreadableItem> | Iterable<IncomingArticle | UnreadableItem>,
): AsyncGenerator<ArticleOutcome[]> {
  let batch: PreparedItem[] = [];
  let storing: Promise<ArticleOutcome[]> | null = null;
  let batches = 0;
  let text = 0;

  for await (const item of items) {
    const prepared = prepareItem(ingest, item);
    batch.push(prepared);
    text += 'result' in prepared ? 0 : prepared.html.length;
    if (batch.length % BREATH === 0) await yieldToInput();
    if (batch.length < BATCH && text < BATCH_TEXT) continue;

    if (storing) yield await storing;
    storing = storeItems(ingest, batch);
    storing.catch(() => {}); // Whoever awaits it, above or below, hears of it.
    batches += 1;
    batch = [];
    text = 0;
  }
  if (storing) yield await storing;
  if (batch.length > 0) yield await storeItems(ingest, batch);
  if (batches > 0) await finishBulk(ingest.db);
}
