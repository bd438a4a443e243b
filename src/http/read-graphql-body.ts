import { Refusal } from '../refusal.js';

/** Bytes. */
export const LARGEST_BODY = 256 * 1024;

/**
 * Reads the body of a GraphQL request (GraphQL over HTTP, "JSON encoding"): UTF-8, with or without a byte order mark.
 * What is in it is Apollo's to judge. Throws a Refusal (BAD_USER_INPUT).
 */
export function readGraphqlBody(body: Buffer): unknown {
  const text = decode(body);
  if (text.trim() === '') {
    throw new Refusal('BAD_USER_INPUT', 'The body is empty: send a JSON object such as {"query": "{ __typename }"}.');
  }
  const value = parse(text);
  if (Array.isArray(value)) {
    throw new Refusal(
      'BAD_USER_INPUT',
      'The body is a list: send one operation per request, as a JSON object. Aliases ask for several things at once.',
    );
  }
  return value;
}

function decode(body: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(body);
  } catch {
    throw new Refusal('BAD_USER_INPUT', 'The body is not UTF-8: send JSON in UTF-8 (RFC 8259, section 8.1).');
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new Refusal(
      'BAD_USER_INPUT',
      'The body is not JSON: send a JSON object such as {"query": "{ __typename }"}, with names and texts in double quotes.',
    );
  }
}
