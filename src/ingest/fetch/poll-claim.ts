import { cutText } from '../../content/cut-text.js';
import { Source } from '../../content/source.js';
import { Refusal } from '../../refusal.js';
import type { Claim } from './claim-polls.js';
import { type FetchedFeed, fetchFeed } from './fetch-feed.js';
import type { FetchOptions } from './fetch-options.js';
import { finishPoll, type PollEnd, releasePoll } from './finish-poll.js';
import { nextPollAt } from './next-poll-at.js';
import type { Polling } from './polling.js';
import { takePages } from './take-pages.js';

/** How the poll of a source ended. */
export interface PollResult {
  slug: string;
  ok: boolean;
  /** A sentence. */
  outcome: string;
  nextPollAt: Date;
}

const MOST_OUTCOME = 1_000;

/**
 * Polls a source that has been claimed, and writes down how it ended: what a source does wrong is no error here. Null where
 * there is nothing to write any more: the source was removed or changed or claimed anew meanwhile, or `signal` ended the poll.
 */
export async function pollClaim(polling: Polling, claim: Claim, signal: AbortSignal): Promise<PollResult | null> {
  const db = polling.dataSource.manager;
  const source = await db.findOneBy(Source, { id: claim.sourceId });
  if (!source || source.feedUrl !== claim.feedUrl) return null;
  const { slug } = source;
  try {
    const end = await poll(polling, source, claim, signal);
    if (!end || !(await finishPoll(db, claim, end))) return null;
    polling.logger.info({ source: slug, outcome: end.outcome }, 'Polled a source');
    return { ...end, slug, ok: true };
  } catch (error) {
    if (signal.aborted) {
      await releasePoll(db, claim, polling.clock());
      return null;
    }
    if (!(error instanceof Refusal))
      polling.logger.error({ err: error, source: slug }, 'A poll has failed on our side');
    const end = failed(polling, source, claim, error);
    if (!(await finishPoll(db, claim, end))) return null;
    polling.logger.warn({ source: slug, outcome: end.outcome, failures: end.failures }, 'Could not poll a source');
    return { ...end, slug, ok: false };
  }
}

async function poll(polling: Polling, source: Source, claim: Claim, signal: AbortSignal): Promise<PollEnd | null> {
  const { clock, config, limits, random = Math.random } = polling;
  const options: FetchOptions = {
    allowPrivateAddresses: config.ALLOW_PRIVATE_ADDRESSES,
    contact: config.PUBLIC_URL ?? null,
    signal,
    clock,
    ...(limits ? { limits } : {}),
  };
  const { etag, lastModified } = claim;
  const fetched = await fetchFeed(claim.feedUrl, { ...options, etag, lastModified });
  const brought = fetched.notModified
    ? 'Not changed since the last poll'
    : await takePages(polling, { source, claim, fetched, options });
  if (brought === null) return null;
  const now = clock();

  return {
    nextPollAt: nextPollAt(now, { pollSeconds: source.pollSeconds, failures: 0, ...fetched }, random),
    succeededAt: now,
    failures: 0,
    outcome: sentence(brought + moved(fetched)),
    ...(fetched.notModified ? { etag, lastModified } : { etag: fetched.etag, lastModified: fetched.lastModified }),
  };
}

function failed(
  { clock, random = Math.random }: Polling,
  { pollSeconds }: Source,
  claim: Claim,
  error: unknown,
): PollEnd {
  const refusal = error instanceof Refusal ? error : null;
  const wish = refusal?.details.retryAfterSeconds;
  const failures = claim.failures + 1;
  const rhythm = {
    pollSeconds,
    failures,
    retryAfterSeconds: typeof wish === 'number' ? wish : null,
    maxAgeSeconds: null,
  };

  return {
    nextPollAt: nextPollAt(clock(), rhythm, random),
    succeededAt: null,
    failures,
    outcome: sentence(refusal?.message ?? 'Something went wrong on our side: the log says what'),
    etag: claim.etag,
    lastModified: claim.lastModified,
  };
}

function moved({ movedTo }: FetchedFeed): string {
  return movedTo === null ? '' : `; the feed has moved for good to ${movedTo}: give the source that address`;
}

/** PostgreSQL's text takes every character but NUL. */
function sentence(text: string): string {
  return cutText(text.replaceAll('\0', ''), MOST_OUTCOME);
}
