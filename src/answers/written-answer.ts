import type { HTTPGraphQLResponse } from '@apollo/server';
import { isoTime } from '../iso-time.js';
import type { AnswerNote } from './note-answers.js';

/** An answer without errors, as JSON up to the extensions, which are each reader's own. */
export interface WrittenAnswer {
  body: string | Buffer;
  contentType: string;
  operationName: string | null;
  /** Points that it may cost, and has cost. */
  cost: { requested: number; actual: number };
}

/** An answer as Apollo has written it; null where it has errors. */
export function writtenAnswer(
  { status, headers, body }: HTTPGraphQLResponse,
  { asked, result }: AnswerNote,
): WrittenAnswer | null {
  if (!asked || !result || result.errors || (status ?? 200) !== 200 || body.kind !== 'complete') return null;
  const cost = costOf(result.extensions);
  const own = extensionsOf(result.extensions);
  if (!cost || !body.string.endsWith(own)) return null;
  return {
    body: body.string.slice(0, -own.length),
    contentType: headers.get('content-type') ?? 'application/json; charset=utf-8',
    operationName: asked.operation.name?.value ?? null,
    cost,
  };
}

/** The end of an answer, as Apollo writes it: what each reader is told for themselves. */
function extensionsOf(extensions: unknown): string {
  return `,"extensions":${JSON.stringify(extensions)}}\n`;
}

/** The same of what an answer has cost, and of what its reader has left. */
export function costExtensions(
  { requested, actual }: WrittenAnswer['cost'],
  standing: { remaining: number; resets: Date } | null,
): string {
  const left = standing ? `${standing.remaining},"resets":"${isoTime(standing.resets)}"` : 'null,"resets":null';
  return `,"extensions":{"cost":{"requested":${requested},"actual":${actual},"remaining":${left}}}}\n`;
}

function costOf(extensions: unknown): WrittenAnswer['cost'] | null {
  if (typeof extensions !== 'object' || extensions === null || !('cost' in extensions)) return null;
  const { requested, actual } = extensions.cost as Record<string, unknown>;
  return typeof requested === 'number' && typeof actual === 'number' ? { requested, actual } : null;
}
