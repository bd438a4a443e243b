import { Refusal } from '../../refusal.js';
import { claimPolls } from './claim-polls.js';
import { pollClaim, type PollResult } from './poll-claim.js';
import type { Polling } from './polling.js';

/**
 * Polls one source now, due or not. Where another process is at it, this poll takes its place: both store each item once, and
 * what this one finds is what is written down. Refuses a source that is not there or has no feed.
 */
export async function pollSource(
  polling: Polling,
  slug: string,
  signal = new AbortController().signal,
): Promise<PollResult> {
  const source = polling.keeper.current().sources.bySlug.get(slug);
  if (!source) throw new Refusal('NOT_FOUND', `There is no source "${slug}".`);
  const [claim] = await claimPolls(polling.dataSource.manager, polling.clock(), 1, source.id);
  if (!claim) throw new Refusal('BAD_USER_INPUT', `The source "${slug}" has no feed: give it the address of one.`);
  const result = await pollClaim(polling, claim, signal);
  if (!result)
    throw new Refusal('SERVICE_UNAVAILABLE', `The source "${slug}" was changed, or polled anew, while it was polled.`);
  return result;
}
