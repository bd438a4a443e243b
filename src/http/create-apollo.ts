import { ApolloServer, type ApolloServerPlugin, type HTTPGraphQLRequest } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginSchemaReportingDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import type { FastifyBaseLogger } from 'fastify';
import type { GraphQLSchema } from 'graphql';
import { type AnswerNote, noteAnswers } from '../answers/note-answers.js';
import type { Context } from '../graphql/context.js';
import { costLimit } from '../graphql/cost-limit.js';
import { formatError, withoutSuggestions } from '../graphql/format-error.js';
import type { GraphqlLimits } from '../graphql/limits.js';
import { reportErrors } from '../graphql/report-errors.js';
import { validationRules } from '../graphql/validation-rules.js';
import type { Outcome } from './log-requests.js';

/** A persisted query that nobody asked for in a day is registered anew. */
const PERSISTED_SECONDS = 24 * 60 * 60;

export interface ApolloOptions {
  schema: GraphQLSchema;
  limits: GraphqlLimits;
  introspection: boolean;
  log: FastifyBaseLogger;
  /** The page for a browser that comes to the endpoint. */
  landingPage: () => Promise<string>;
  /** Told how each request went. */
  outcomes: WeakMap<HTTPGraphQLRequest, Outcome>;
  /** To be filled in, for requests whose answers may be kept. */
  notes: WeakMap<HTTPGraphQLRequest, AnswerNote>;
}

/** Apollo Server behind our own route: with our limits, and without anything that instruments fields or calls home. */
export async function createApollo(options: ApolloOptions): Promise<ApolloServer<Context>> {
  const { schema, limits, introspection, log, landingPage, outcomes, notes } = options;

  const apollo = new ApolloServer<Context>({
    schema,
    introspection,
    hideSchemaDetailsFromClientErrors: !introspection,
    includeStacktraceInErrorResponses: false,
    nodeEnv: 'production',
    stopOnTerminationSignals: false,
    logger: {
      debug: message => log.debug(message),
      info: message => log.info(message),
      warn: message => log.warn(message),
      error: message => log.error(message),
    },
    csrfPrevention: true,
    allowBatchedHttpRequests: false,
    // 30 MB for persisted queries, the least recently used leave first; documents already validated have as much again.
    cache: 'bounded',
    persistedQueries: { ttl: PERSISTED_SECONDS },
    parseOptions: { maxTokens: limits.tokens },
    maxRecursiveSelections: limits.selections,
    validationRules: validationRules(limits),
    formatError: introspection ? formatError : (formatted, error) => withoutSuggestions(formatError(formatted, error)),
    plugins: [
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginInlineTraceDisabled(),
      ApolloServerPluginSchemaReportingDisabled(),
      ApolloServerPluginUsageReportingDisabled(),
      { serverWillStart: async () => ({ renderLandingPage: async () => ({ html: landingPage }) }) },
      costLimit(limits.cost),
      reportErrors(bug => log.error(bug, 'bug')),
      noteOutcome(outcomes),
      noteAnswers(notes),
    ],
  });
  await apollo.start();
  return apollo;
}

/** Keeps for the request log what only GraphQL knows. */
function noteOutcome(outcomes: WeakMap<HTTPGraphQLRequest, Outcome>): ApolloServerPlugin<Context> {
  return {
    requestDidStart: async () => ({
      async willSendResponse({ request, operationName, response: { body } }) {
        const errors = body.kind === 'single' ? (body.singleResult.errors ?? []) : [];
        const codes = new Set(errors.map(({ extensions }) => String(extensions?.code)));
        if (request.http) outcomes.set(request.http, { operationName: operationName ?? null, errors: [...codes] });
      },
    }),
  };
}
