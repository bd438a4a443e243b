import { HeaderMap, type HTTPGraphQLRequest } from '@apollo/server';
import type { FastifyBaseLogger } from 'fastify';
import type { IncomingHttpHeaders, ServerResponse } from 'node:http';
import type { Outcome } from './log-requests.js';
import type { AskedQuestion } from './read-question.js';

/** A request for GraphQL, whoever has read it. */
export interface GraphqlRequest {
  id: string;
  /** One for the head of an answer is one for the answer. */
  method: 'GET' | 'POST';
  headers: IncomingHttpHeaders;
  /** The nearest address that is not a proxy of ours. */
  address: string;
  /** Of its address, with the question mark; empty without one. */
  search: string;
  /** What is asked, as far as one can tell without parsing the document; null for what Apollo has to judge. */
  question: AskedQuestion | null;
  /** The JSON that was sent, for Apollo. */
  body: () => unknown;
  /** Where bugs are written down. */
  log: () => FastifyBaseLogger;
  /** Tells when the client goes. */
  response: ServerResponse;
}

/** What is answered, whoever sends it. */
export interface GraphqlReply {
  status: number;
  headers: Record<string, string>;
  /** Null where the client has it already. */
  body: string | Buffer | null;
  outcome: Outcome | null;
}

/** A request as Apollo takes it. */
export function toApolloRequest({ method, headers, search, body }: GraphqlRequest): HTTPGraphQLRequest {
  const map = new HeaderMap();
  for (const [name, value] of Object.entries(headers)) {
    if (value !== undefined) map.set(name, Array.isArray(value) ? value.join(', ') : value);
  }
  return { method, headers: map, search, body: body() };
}
