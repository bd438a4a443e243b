import type { HTTPGraphQLRequest, HTTPGraphQLResponse } from '@apollo/server';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { GraphQLError, type GraphQLSchema } from 'graphql';
import type { Answers } from '../answers/answers.js';
import type { AnswerNote } from '../answers/note-answers.js';
import { asGraphqlError } from '../graphql/as-graphql-error.js';
import type { Context, ContextRequest } from '../graphql/context.js';
import { explainError } from '../graphql/explain-error.js';
import type { GraphqlLimits } from '../graphql/limits.js';
import { openKnownQueries } from '../execution/known-queries.js';
import { answerGraphql } from './answer-graphql.js';
import { answerWithin } from './answer-within.js';
import { cachingHeaders } from './caching-headers.js';
import { checkPersistedQuery } from './check-persisted-query.js';
import { createApollo } from './create-apollo.js';
import { answerGraphqlError } from './graphql-errors.js';
import { isUnchanged } from './is-unchanged.js';
import type { Outcome } from './log-requests.js';
import { readGraphqlBody } from './read-graphql-body.js';
import type { Operation } from './read-operations.js';
import { refuseGraphqlRequest } from './refuse-graphql-request.js';
import { sandboxPage } from './sandbox-page.js';
import { sendGraphqlError } from './send-graphql-error.js';
import { toApolloRequest } from './to-apollo-request.js';
import { writeAnswer } from './write-answer.js';

const LARGEST_BODY = 256 * 1024;

/** What a form or a plain text may be sent as from any site without asking: Apollo's guard against forgery answers these. */
const SENT_WITHOUT_ASKING = ['application/x-www-form-urlencoded', 'multipart/form-data', 'text/plain'];

export interface GraphqlRoutesOptions {
  schema: GraphQLSchema;
  createContext: (request: ContextRequest) => Promise<Context> | Context;
  introspection: boolean;
  limits: GraphqlLimits;
  operations: Operation[];
  /** The answers that are kept; null where none are. */
  answers: Answers | null;
}

/** GraphQL over HTTP at `/graphql`: POST with JSON, GET for queries, and Apollo Sandbox for browsers. */
export async function graphqlRoutes(app: FastifyInstance, options: GraphqlRoutesOptions): Promise<void> {
  const { schema, createContext, introspection, limits, operations, answers } = options;
  const outcomes = new WeakMap<HTTPGraphQLRequest, Outcome>();
  const notes = new WeakMap<HTTPGraphQLRequest, AnswerNote>();
  const queries = openKnownQueries();
  const landingPage = async () => sandboxPage(operations[0] ?? null);
  const apollo = await createApollo({ schema, limits, introspection, log: app.log, landingPage, outcomes, notes });
  app.addHook('onClose', () => apollo.stop());

  app.setErrorHandler(answerGraphqlError);
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('application/json', { parseAs: 'buffer' }, async (_request: FastifyRequest, body: Buffer) =>
    readGraphqlBody(body),
  );
  app.addContentTypeParser(SENT_WITHOUT_ASKING, { parseAs: 'buffer' }, async () => null);

  app.addHook('onRequest', (request, reply, done) => {
    const refusal = refuseGraphqlRequest(request);
    if (refusal) sendGraphqlError(request, reply, refusal);
    else done();
  });

  const answer = async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
    const asked = toApolloRequest(request);
    const { http, written, kept, context } = await answerWithin(reply, limits.timeMs, (signal, allowTime) => {
      const createOwn = async () => {
        try {
          checkPersistedQuery(asked);
          const { id: requestId, headers, ip: address } = request;
          return await createContext({ requestId, signal, allowTime, headers, address });
        } catch (error) {
          throw explained(error, request);
        }
      };
      return answerGraphql(asked, createOwn, { apollo, answers, queries, mostPoints: limits.cost, notes });
    });

    request.outcome = outcomes.get(asked) ?? null;
    reply.header('cache-control', 'no-store').header('vary', 'accept');
    const body = http ? writeHttp(http, reply) : writeAnswer(written!, context!, request, reply);
    if (kept && context && asked.method === 'GET') {
      reply.headers(cachingHeaders(kept, context));
      if (isUnchanged(request.headers, kept.etag)) return reply.code(304).send();
    }
    return reply.send(body);
  };

  app.route({ method: ['GET', 'POST'], url: '/graphql', bodyLimit: LARGEST_BODY, handler: answer });
  app.route({
    method: ['PUT', 'PATCH', 'DELETE'],
    url: '/graphql',
    handler: async (request, reply) =>
      sendGraphqlError(request, reply.header('allow', 'GET, HEAD, POST, OPTIONS'), {
        status: 405,
        code: 'METHOD_NOT_ALLOWED',
        message: 'Send queries with POST, or with GET.',
      }),
  });
}

function writeHttp({ status, headers, body }: HTTPGraphQLResponse, reply: FastifyReply): string {
  // The page brings its own policy, with a nonce; this part of one is only heeded in a header.
  if (headers.get('content-type') === 'text/html') {
    reply.header('content-security-policy', "frame-ancestors 'none'");
  }
  for (const [name, value] of headers) reply.header(name, value);
  reply.code(status ?? 200);
  // Incremental delivery is not offered: without @defer and @stream in the schema every body is whole.
  return body.kind === 'complete' ? body.string : '';
}

/** Why no context could be made: as a refusal, or as a bug that is written down here and masked. */
function explained(error: unknown, request: FastifyRequest): GraphQLError {
  const refusal = explainError(error);
  if (refusal) return asGraphqlError(refusal);

  request.log.error({ err: error }, 'bug');
  return new GraphQLError('No context', { extensions: { requestId: request.id } });
}
