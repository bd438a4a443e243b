import { createHash } from 'node:crypto';
import type { KeptAnswer } from './answers.js';
import type { Fence } from './fence.js';
import { earlierOf, type View } from '../content/view-of-reader.js';
import type { WrittenAnswer } from './written-answer.js';

/** How things stood when an answer was asked for. */
export interface Standing {
  fence: Fence;
  view: View;
  now: Date;
}

/**
 * An answer as it is kept; null where it was made at a time that cannot be trusted: another process, whose clock is ahead of ours,
 * has told already of what is still to come here.
 */
export function keepAnswer(written: WrittenAnswer, { fence, view, now }: Standing): KeptAnswer | null {
  const until = earlierOf(fence.until, view.until);
  if (fence.latest > now || (until && until <= now)) return null;

  const body = Buffer.from(written.body as string);
  const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 27)}"`;
  return { ...written, body, revision: fence.revision, from: now, until, etag };
}
