import type { HTTPGraphQLRequest } from '@apollo/server';
import { createHash } from 'node:crypto';

/** Without one of these Apollo refuses a GET, which any page could have sent (its guard against forgery). */
const ASKED_FOR = ['x-apollo-operation-name', 'apollo-require-preflight'];

/**
 * What a request asks, as a hash: the document or the hash that it was registered by, the operation's name, the variables and the
 * media type. Null for what is Apollo's to judge: no document, one to be registered, and what comes from a browser's address bar.
 */
export function questionKey({ method, headers, body, search }: HTTPGraphQLRequest): string | null {
  const accept = headers.get('accept') ?? '';
  if (accept.includes('text/html')) return null;
  if (method === 'GET' && !ASKED_FOR.some(name => headers.get(name))) return null;

  const asked = method === 'GET' ? Object.fromEntries(new URLSearchParams(search)) : search === '' && body;
  if (!isObject(asked) || !(method === 'GET' || method === 'POST')) return null;
  const { query, operationName, variables, extensions } = asked;
  if ((query === undefined) === (extensions === undefined)) return null;
  // The address as it is: of a parameter that is given twice Apollo takes neither.
  const question = method === 'GET' ? search : [query, operationName, variables, extensions];
  return createHash('sha256')
    .update(JSON.stringify([accept, question]))
    .digest('base64url');
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
