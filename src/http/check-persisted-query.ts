import type { HTTPGraphQLRequest } from '@apollo/server';
import { Refusal } from '../refusal.js';

/** Apollo takes any value for the hash of a persisted query, and fails over those that are no text. Throws a Refusal. */
export function checkPersistedQuery({ body, search }: HTTPGraphQLRequest): void {
  const inAddress = new URLSearchParams(search).get('extensions');
  const extensions = inAddress === null ? memberOf(body, 'extensions') : parsed(inAddress);
  const persistedQuery = memberOf(extensions, 'persistedQuery');
  const hash = memberOf(persistedQuery, 'sha256Hash');

  if (hash !== undefined && typeof hash !== 'string') {
    throw new Refusal(
      'BAD_USER_INPUT',
      'persistedQuery.sha256Hash is the SHA-256 of the query, in hexadecimal digits.',
    );
  }
}

function memberOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}

/** What cannot be parsed is Apollo's to refuse. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
