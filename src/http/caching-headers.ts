import type { KeptAnswer } from '../answers/answers.js';
import type { Context } from '../graphql/context.js';

/** Seconds for which an answer may be kept elsewhere: a withdrawn article is gone from every copy within a minute. */
const KEEP = 60;

/**
 * What others may do with an answer to a GET (RFC 9111): keep it for a minute, but not beyond the next moment at which time alone
 * changes it; and by its holder alone where a key was sent.
 */
export function cachingHeaders({ etag, until }: KeptAnswer, { reader, now }: Context): Record<string, string> {
  const seconds = until ? Math.min(KEEP, Math.floor((until.getTime() - now.getTime()) / 1_000)) : KEEP;
  return {
    etag: `W/${etag}`,
    'cache-control': `${reader.partner ? 'private' : 'public'}, max-age=${Math.max(0, seconds)}`,
    vary: 'accept, authorization, x-api-key',
  };
}
