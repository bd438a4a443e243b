import { GraphQLError, Kind, type GraphQLFormattedError } from 'graphql';
import { argumentOf } from './argument-of.js';
import { explainError } from './explain-error.js';

/** Characters of a message: GraphQL repeats in it what the client sent, which may be as long as a request. */
const LONGEST_MESSAGE = 1_000;

const MASKED = 'Something went wrong on our side.';

/** Apollo's words for these speak to whoever runs the server; a partner is told what to do. */
const IN_OUR_WORDS: [RegExp, string][] = [
  [/^GraphQL introspection is not allowed.*/s, 'Introspection is switched off here: use the schema that we publish.'],
  [
    /^Syntax Error: Document contains more that (\d+) tokens.*/s,
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
    const extensions = { ...refusal.details, code: refusal.code };
    return { ...formatted, message: shorten(refusal.message), extensions };
  }

  const { code, requestId } = formatted.extensions ?? {};
  if (code === 'INTERNAL_SERVER_ERROR' && !isClientMistake(error)) {
    return { ...formatted, message: MASKED, extensions: { code, requestId } };
  }
  const mistake = { ...formatted, message: shorten(inOurWords(formatted.message)) };
  if (code === 'INTERNAL_SERVER_ERROR') return { ...mistake, extensions: { code: 'BAD_REQUEST' } };
  return withArgument(mistake, error);
}

/** Without the names of things in the schema that the client did not write itself. */
export function withoutSuggestions(formatted: GraphQLFormattedError): GraphQLFormattedError {
  return { ...formatted, message: formatted.message.replace(/ ?Did you mean .+\?$/s, '') };
}

/** A value that is wrong in the document is as much a bad input as one in a variable, and says what it was for. */
function withArgument(formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError {
  if (!(error instanceof GraphQLError)) return formatted;
  const inVariable = error.nodes?.[0]?.kind === Kind.VARIABLE_DEFINITION;
  // Of a variable's definition there is more to say than that its value is wrong: that it is never used, for one.
  const argument = inVariable && formatted.extensions?.code !== 'BAD_USER_INPUT' ? null : argumentOf(error);
  if (argument === null) return formatted;

  const extensions = { ...formatted.extensions, code: 'BAD_USER_INPUT', argument };
  return { ...formatted, message: inVariable ? formatted.message : `${argument}: ${formatted.message}`, extensions };
}

function inOurWords(message: string): string {
  return IN_OUR_WORDS.reduce((text, [theirs, ours]) => text.replace(theirs, ours), message);
}

function shorten(message: string): string {
  return message.length > LONGEST_MESSAGE ? `${message.slice(0, LONGEST_MESSAGE)}…` : message;
}

/** Apollo gives some of its refusals a status of the client's (RFC 9110, 15.5) and no code. */
function isClientMistake(error: unknown): boolean {
  const http = error instanceof GraphQLError ? error.extensions.http : null;
  if (typeof http !== 'object' || http === null || !('status' in http)) return false;
  return typeof http.status === 'number' && http.status >= 400 && http.status < 500;
}
