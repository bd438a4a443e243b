import { createHash } from 'node:crypto';

/** What is asked, as a hash: the document or the hash that it was registered by, the operation's name, the variables and the media type. */
export function questionKey(question: KeyedQuestion): string {
  const known = keys.get(question) ?? hashOf(question);
  keys.set(question, known);
  return known;
}

interface KeyedQuestion {
  query: string | null;
  hash: string | null;
  operationName: string | null;
  variables: unknown;
  accept: string;
}

/** The same bytes that were sent again are the same question (http/heard-questions.ts). */
const keys = new WeakMap<KeyedQuestion, string>();

function hashOf(question: KeyedQuestion): string {
  const { query, hash, operationName, variables, accept } = question;
  return createHash('sha256')
    .update(JSON.stringify([accept, hash, operationName, variables, query]))
    .digest('base64url');
}
