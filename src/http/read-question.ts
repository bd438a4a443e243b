import type { IncomingHttpHeaders } from 'node:http';
import type { Question } from '../execution/known-queries.js';

/** Without one of these Apollo refuses a GET, which any page could have sent (its guard against forgery). */
const ASKED_FOR = ['x-apollo-operation-name', 'apollo-require-preflight'];

/** The parameters of an address that are JSON. */
const IN_JSON = new Set(['variables', 'extensions']);

/** A question with its variables, as far as one can tell without parsing the document. */
export interface AskedQuestion extends Question {
  variables: unknown;
}

/** A request, as far as it tells what is asked. */
interface Asking {
  method: 'GET' | 'POST';
  headers: IncomingHttpHeaders;
  /** Of its address, with the question mark; empty without one. */
  search: string;
  body: unknown;
}

/**
 * What a request asks. Null for what is Apollo's to judge: no document, one to be registered, a parameter given twice, variables that are
 * no object, and what comes from a browser's address bar.
 */
export function readQuestion({ method, headers, body, search }: Asking): AskedQuestion | null {
  const { accept = '' } = headers;
  if (accept.includes('text/html')) return null;
  if (method === 'GET' && !ASKED_FOR.some(name => headers[name])) return null;

  const asked = method === 'GET' ? readAddress(search) : search === '' && body;
  if (!isObject(asked)) return null;
  const { query = null, operationName = null, variables = null, extensions = null } = asked;
  if ((query === null) === (extensions === null)) return null;
  if (!(isText(query) && isText(operationName)) || !(variables === null || isObject(variables))) return null;
  const hash = extensions === null ? null : hashIn(extensions);
  if (query === null && hash === null) return null;
  return { query, hash, operationName, variables, accept };
}

function readAddress(search: string): unknown {
  const parameters = new URLSearchParams(search);
  const names = [...parameters.keys()];
  if (new Set(names).size < names.length) return null;
  try {
    return Object.fromEntries(
      [...parameters].map(([name, text]) => [name, IN_JSON.has(name) ? JSON.parse(text) : text]),
    );
  } catch {
    return null;
  }
}

/** The hash of a persisted query (Apollo's automatic ones); null with anything beside it, or of another kind. */
function hashIn(extensions: unknown): string | null {
  if (!isObject(extensions) || Object.keys(extensions).length !== 1 || !isObject(extensions.persistedQuery))
    return null;
  const { version, sha256Hash } = extensions.persistedQuery;
  return version === 1 && typeof sha256Hash === 'string' ? sha256Hash : null;
}

function isText(value: unknown): value is string | null {
  return value === null || typeof value === 'string';
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
