import { loadThesaurus } from '../../content/thesaurus.js';
import type { Source } from '../../content/source.js';
import type { Claim } from './claim-polls.js';
import type { FetchedFeed } from './fetch-feed.js';
import type { FetchOptions } from './fetch-options.js';
import { renewPoll } from './finish-poll.js';
import { followPages } from './follow-pages.js';
import { FORMATS, type IncomingFeed } from '../incoming.js';
import { type Ingest } from '../store/ingest-items.js';
import { ingestStream } from '../store/ingest-stream.js';
import type { Polling } from './polling.js';
import { addToTally, describeTally, emptyTally, type Tally } from '../store/tally-outcomes.js';

/** A feed whose first page has been fetched. */
export interface FeedToTake {
  source: Source;
  claim: Claim;
  fetched: FetchedFeed;
  options: FetchOptions;
}

/** Pages of one poll, whatever they hold. */
const MOST_PAGES = 10;

/**
 * Takes in a feed, and the pages after the first for as long as a page holds nothing but news: then there may be more on the
 * next one. After a poll that did not come to a good end, and the first time, known items may hide a gap: all pages are read,
 * up to 10. Gives what came of it in words; null where the claim was lost on the way.
 */
export async function takePages(
  polling: Polling,
  { source, claim, fetched, options }: FeedToTake,
): Promise<string | null> {
  const { dataSource, keeper, clock } = polling;
  const db = dataSource.manager;
  const reference = keeper.current();
  const thesaurus = await loadThesaurus(db, reference);
  const ingest: Ingest = { db, reference, thesaurus, source, language: null, clock, dryRun: false };
  const format = FORMATS.find(name => name === source.feedFormat) ?? 'auto';
  const tally = emptyTally();
  let pages = 0;

  for await (const page of followPages(claim.feedUrl, fetched, { ...options, format })) {
    if (!(await renewPoll(db, claim, clock()))) return null;
    const known = tally.updated + tally.unchanged;
    await takePage(ingest, page, tally, options.signal);
    pages += 1;
    const onlyNews = tally.updated + tally.unchanged === known;
    if (pages === MOST_PAGES || !(onlyNews || claim.unfinished)) break;
  }
  return describeTally(tally) + (pages > 1 ? ` on ${pages} pages` : '');
}

async function takePage(ingest: Ingest, { items }: IncomingFeed, tally: Tally, signal?: AbortSignal): Promise<void> {
  for await (const outcomes of ingestStream(ingest, items)) {
    addToTally(tally, outcomes);
    signal?.throwIfAborted();
  }
}
