import type { HTTPGraphQLResponse } from '@apollo/server';
import { createHash } from 'node:crypto';
import type { Fence } from './fence.js';
import type { KeptAnswer } from './answers.js';
import type { AnswerNote } from './note-answers.js';
import { earlierOf, type View } from './view-of-reader.js';

/**
 * What to keep of an answer that Apollo has written; null where it has errors, cannot be kept, or was made at a time that cannot be
 * trusted: another process, whose clock is ahead of ours, has told already of what is still to come here.
 */
export function keepAnswer(
  { status, headers, body }: HTTPGraphQLResponse,
  { keepable, operationName, result }: AnswerNote,
  { fence, view, now }: { fence: Fence; view: View; now: Date },
): KeptAnswer | null {
  if (!keepable || !result || result.errors || (status ?? 200) !== 200 || body.kind !== 'complete') return null;
  const until = earlierOf(fence.until, view.until);
  if (fence.latest > now || (until && until <= now)) return null;

  const cost = costOf(result.extensions);
  const own = extensionsOf(result.extensions);
  if (!cost || !body.string.endsWith(own)) return null;
  const bytes = Buffer.from(body.string.slice(0, -own.length));
  return {
    revision: fence.revision,
    from: now,
    until,
    body: bytes,
    contentType: headers.get('content-type') ?? 'application/json; charset=utf-8',
    etag: `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 27)}"`,
    operationName,
    cost,
  };
}

/** The end of an answer, as Apollo writes it: what each reader is told for themselves. */
export function extensionsOf(extensions: unknown): string {
  return `,"extensions":${JSON.stringify(extensions)}}\n`;
}

function costOf(extensions: unknown): KeptAnswer['cost'] | null {
  if (typeof extensions !== 'object' || extensions === null || !('cost' in extensions)) return null;
  const { requested, actual } = extensions.cost as Record<string, unknown>;
  return typeof requested === 'number' && typeof actual === 'number' ? { requested, actual } : null;
}
