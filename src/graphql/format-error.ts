import type { GraphQLFormattedError } from 'graphql';
import { explainError } from './explain-error.js';

/** Characters of a message: GraphQL repeats in it what the client sent, which may be as long as a request. */
const LONGEST_MESSAGE = 1_000;

const MASKED = 'Something went wrong on our side.';

/** Apollo's words for these speak to whoever runs the server; a partner is told what to do. */
const IN_OUR_WORDS: [RegExp, string][] = [
  [/^GraphQL introspection is not allowed/, 'Introspection is switched off here: use the schema that we publish.'],
  [
    /^Syntax Error: Document contains more that (\d+) tokens/,
    'This document has more than $1 words and signs: split it into several requests.',
  ],
  [
    /recursively requests too many selections\.$/,
    'is too large once its fragments are written out: ask for less at once.',
  ],
  [
    /^POST body missing, invalid Content-Type, or JSON object has no keys\.$/,
    'Send a JSON object such as {"query": "{ __typename }"}.',
  ],
];

/** What a partner is told about an error: a refusal in full, their own mistake in full, our bug not at all. */
export function formatError(formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError {
  const refusal = explainError(error);
  if (refusal) {
    return { ...formatted, message: refusal.message, extensions: { ...refusal.details, code: refusal.code } };
  }

  const { code, requestId } = formatted.extensions ?? {};
  if (code !== 'INTERNAL_SERVER_ERROR') return { ...formatted, message: inOurWords(formatted.message) };
  if (isClientMistake(error)) {
    return { ...formatted, message: inOurWords(formatted.message), extensions: { code: 'BAD_REQUEST' } };
  }
  return { ...formatted, message: MASKED, extensions: { code, requestId } };
}

/** Without the names of things in the schema that the client did not write itself. */
export function withoutSuggestions(formatted: GraphQLFormattedError): GraphQLFormattedError {
  return { ...formatted, message: formatted.message.replace(/ ?Did you mean .+\?$/s, '') };
}

function inOurWords(message: string): string {
  const said = IN_OUR_WORDS.reduce((text, [theirs, ours]) => text.replace(theirs, ours), message);
  return said.length > LONGEST_MESSAGE ? `${said.slice(0, LONGEST_MESSAGE)}…` : said;
}

/** Apollo gives some of its refusals a status of the client's (RFC 9110, 15.5) and no code. */
function isClientMistake(error: unknown): boolean {
  if (!(error instanceof Error) || !('extensions' in error)) return false;
  const { http } = error.extensions as { http?: { status?: number } };
  return http?.status !== undefined && http.status >= 400 && http.status < 500;
}
