import { createHash } from 'node:crypto';

/** What is asked, as a hash: the document or the hash that it was registered by, the operation's name, the variables and the media type. */
export function questionKey(question: {
  query: string | null;
  hash: string | null;
  operationName: string | null;
  variables: unknown;
  accept: string;
}): string {
  const { query, hash, operationName, variables, accept } = question;
  return createHash('sha256')
    .update(JSON.stringify([accept, hash, operationName, variables, query]))
    .digest('base64url');
}
