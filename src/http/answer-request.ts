import type { HTTPGraphQLRequest, HTTPGraphQLResponse } from '@apollo/server';
import { GraphQLError } from 'graphql';
import { asGraphqlError } from '../graphql/as-graphql-error.js';
import type { Context, ContextRequest } from '../graphql/context.js';
import type { Deadline } from '../graphql/deadline.js';
import { explainError } from '../graphql/explain-error.js';
import { answerGraphql, type AnswerGraphqlOptions } from './answer-graphql.js';
import { answerWithin } from './answer-within.js';
import { cachingHeaders } from './caching-headers.js';
import { checkPersistedQuery } from './check-persisted-query.js';
import { type GraphqlReply, type GraphqlRequest, toApolloRequest } from './graphql-request.js';
import { isUnchanged } from './is-unchanged.js';
import type { Outcome } from './log-requests.js';
import { writeAnswer } from './write-answer.js';

export interface AnswerRequestOptions extends AnswerGraphqlOptions {
  createContext: (request: ContextRequest) => Promise<Context> | Context;
  /** Milliseconds that an answer may take. */
  timeMs: number;
  /** What became of the requests that Apollo has answered. */
  outcomes: WeakMap<HTTPGraphQLRequest, Outcome>;
}

/** Answers a request for GraphQL. Rejects with a Refusal where the time is over, and with whatever else keeps Apollo from answering. */
export async function answerRequest(request: GraphqlRequest, options: AnswerRequestOptions): Promise<GraphqlReply> {
  let asked: HTTPGraphQLRequest | null = null;
  const toApollo = () => (asked ??= toApolloRequest(request));
  const { http, written, kept, context } = await answerWithin(request.response, options.timeMs, async deadline =>
    answerGraphql(
      {
        question: request.question,
        toApollo,
        createContext: async () => createOwn(request, toApollo, deadline, options),
      },
      options,
    ),
  );
  const reply = http
    ? { ...readHttp(http), outcome: (asked && options.outcomes.get(asked)) ?? null }
    : writeAnswer(written!, context!);
  if (!kept || !context || request.method !== 'GET') return reply;

  const headers = { ...reply.headers, ...cachingHeaders(kept, context) };
  if (isUnchanged(request.headers, kept.etag)) return { ...reply, status: 304, headers, body: null };
  return { ...reply, headers };
}

async function createOwn(
  request: GraphqlRequest,
  toApollo: () => HTTPGraphQLRequest,
  deadline: Deadline,
  { createContext }: AnswerRequestOptions,
): Promise<Context> {
  try {
    if (!request.question) checkPersistedQuery(toApollo());
    const { id: requestId, headers, address } = request;
    return await createContext({ requestId, deadline, headers, address });
  } catch (error) {
    throw explained(error, request);
  }
}

/** What Apollo answers. */
function readHttp({ status, headers, body }: HTTPGraphQLResponse): Omit<GraphqlReply, 'outcome'> {
  const isPage = headers.get('content-type') === 'text/html';
  return {
    status: status ?? 200,
    headers: {
      'cache-control': 'no-store',
      vary: 'accept',
      // The page brings its own policy, with a nonce; this part of one is only heeded in a header.
      ...(isPage ? { 'content-security-policy': "frame-ancestors 'none'" } : {}),
      ...Object.fromEntries(headers),
    },
    // Incremental delivery is not offered: without @defer and @stream in the schema every body is whole.
    body: body.kind === 'complete' ? body.string : '',
  };
}

/** Why no context could be made: as a refusal, or as a bug that is written down here and masked. */
function explained(error: unknown, { id, log }: GraphqlRequest): GraphQLError {
  const refusal = explainError(error);
  if (refusal) return asGraphqlError(refusal);

  log().error({ err: error }, 'bug');
  return new GraphQLError('No context', { extensions: { requestId: id } });
}
