import type { IncomingHttpHeaders } from 'node:http';
import type { GraphqlReply } from './graphql-request.js';

/** One error, and the HTTP status that it is answered with. */
export interface ToldError {
  status: number;
  code: string;
  message: string;
}

/** The answer to a request that never came to be run: one GraphQL error, in the media type that the client takes. */
export function graphqlErrorReply(
  { status, code, message }: ToldError,
  { id, headers }: { id: string; headers: IncomingHttpHeaders },
): GraphqlReply {
  const isSpecific = headers.accept?.includes('application/graphql-response+json') ?? false;
  const extensions = { code, ...(status >= 500 ? { requestId: id } : {}) };
  return {
    status,
    headers: { 'content-type': `application/${isSpecific ? 'graphql-response+json' : 'json'}; charset=utf-8` },
    body: `${JSON.stringify({ errors: [{ message, extensions }] })}\n`,
    outcome: { operationName: null, errors: [code] },
  };
}
