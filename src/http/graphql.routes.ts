import type { HTTPGraphQLRequest } from '@apollo/server';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { GraphQLSchema } from 'graphql';
import type { Answers } from '../answers/answers.js';
import type { AnswerNote } from '../answers/note-answers.js';
import type { Context, ContextRequest } from '../graphql/context.js';
import type { GraphqlLimits } from '../graphql/limits.js';
import { openKnownQueries } from '../execution/known-queries.js';
import { answerRequest } from './answer-request.js';
import { createApollo } from './create-apollo.js';
import type { DirectRoute } from './direct-route.js';
import { explainFailure } from './graphql-errors.js';
import { graphqlErrorReply } from './graphql-error-reply.js';
import type { GraphqlRequest } from './graphql-request.js';
import type { Outcome } from './log-requests.js';
import { LARGEST_BODY, readGraphqlBody } from './read-graphql-body.js';
import type { Operation } from './read-operations.js';
import { readQuestion } from './read-question.js';
import { refuseGraphqlRequest } from './refuse-graphql-request.js';
import { sandboxPage } from './sandbox-page.js';
import { sendReply } from './send-reply.js';

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
  /** What takes most requests before Fastify sees them. */
  direct: DirectRoute;
}

/** GraphQL over HTTP at `/graphql`: POST with JSON, GET for queries, and Apollo Sandbox for browsers. */
export async function graphqlRoutes(app: FastifyInstance, options: GraphqlRoutesOptions): Promise<void> {
  const { schema, createContext, introspection, limits, operations, answers, direct } = options;
  const outcomes = new WeakMap<HTTPGraphQLRequest, Outcome>();
  const notes = new WeakMap<HTTPGraphQLRequest, AnswerNote>();
  const queries = openKnownQueries();
  const landingPage = async () => sandboxPage(operations[0] ?? null);
  const apollo = await createApollo({ schema, limits, introspection, log: app.log, landingPage, outcomes, notes });
  app.addHook('onClose', () => apollo.stop());
  const { cost: mostPoints, timeMs } = limits;
  const answering = { apollo, answers, queries, mostPoints, notes, createContext, outcomes, timeMs };
  const answer = async (request: GraphqlRequest) => answerRequest(request, answering);
  direct.open(app, answer);

  app.setErrorHandler(async (error, request, reply) =>
    sendReply(request, reply, explainFailure(error, request, request.log)),
  );
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('application/json', { parseAs: 'buffer' }, async (_request: FastifyRequest, body: Buffer) =>
    readGraphqlBody(body),
  );
  app.addContentTypeParser(SENT_WITHOUT_ASKING, { parseAs: 'buffer' }, async () => null);

  app.addHook('onRequest', (request, reply, done) => {
    const refusal = refuseGraphqlRequest(request);
    if (refusal) sendReply(request, reply, graphqlErrorReply(refusal, request));
    else done();
  });

  app.route({
    method: ['GET', 'POST'],
    url: '/graphql',
    bodyLimit: LARGEST_BODY,
    handler: async (request, reply) => sendReply(request, reply, await answer(requestOf(request, reply))),
  });
  app.route({
    method: ['PUT', 'PATCH', 'DELETE'],
    url: '/graphql',
    handler: async (request, reply) => {
      const told = { status: 405, code: 'METHOD_NOT_ALLOWED', message: 'Send queries with POST, or with GET.' };
      return sendReply(request, reply.header('allow', 'GET, HEAD, POST, OPTIONS'), graphqlErrorReply(told, request));
    },
  });
}

/** A request that has come through Fastify. */
function requestOf(request: FastifyRequest, reply: FastifyReply): GraphqlRequest {
  const { id, headers, ip: address, body, url, log } = request;
  const method = request.method === 'POST' ? 'POST' : 'GET';
  const start = url.indexOf('?');
  const search = start === -1 ? '' : url.slice(start);
  const question = readQuestion({ method, headers, search, body });
  return { id, method, headers, address, search, question, body: () => body, log: () => log, response: reply.raw };
}
