import type { ArticleOutcome } from './article-outcome.js';
import type { IncomingArticle, UnreadableItem } from '../incoming.js';
import { type Ingest, ingestItems } from './ingest-items.js';

/** Items in one transaction. 500 took twice as many a second as 50, and 2,000 no more than 500 (docs/decisions/0006-bulk-ingest.md). */
const BATCH = 500;

/** Takes in any number of items in constant memory, a transaction a batch: what was reported is stored, whatever comes after. */
export async function* ingestStream(
  ingest: Ingest,
  items: AsyncIterable<IncomingArticle | UnreadableItem> | Iterable<IncomingArticle | UnreadableItem>,
): AsyncGenerator<ArticleOutcome[]> {
  let batch: (IncomingArticle | UnreadableItem)[] = [];

  for await (const item of items) {
    batch.push(item);
    if (batch.length === BATCH) {
      yield await ingestItems(ingest, batch);
      batch = [];
    }
  }
  if (batch.length > 0) yield await ingestItems(ingest, batch);
}
