import Fastify, { LogController, type FastifyBaseLogger, type FastifyInstance } from 'fastify';
import type { GraphQLSchema } from 'graphql';
import type { Answers } from '../answers/answers.js';
import type { Documents } from '../answers/documents.js';
import type { KeptDocument } from './publish.js';
import type { Context, ContextRequest } from '../graphql/context.js';
import type { GraphqlLimits } from '../graphql/limits.js';
import { answerClientError } from './answer-client-error.js';
import { builderRoutes } from './builder.routes.js';
import { compressReplies } from './compression.js';
import { allowCrossOrigin } from './cross-origin.js';
import { demoPicturesRoutes } from './demo-pictures.routes.js';
import { directRoute } from './direct-route.js';
import { directoryRoutes } from './directory.routes.js';
import { embedRoutes } from './embed.routes.js';
import { embedScriptRoutes } from './embed-script.routes.js';
import { endConnections } from './end-connections.js';
import { explainErrors, sendProblem } from './errors.js';
import { explorerRoutes } from './explorer.routes.js';
import { feedsRoutes } from './feeds.routes.js';
import { graphqlRoutes } from './graphql.routes.js';
import { healthRoutes, type Readiness } from './health.routes.js';
import { logRequests } from './log-requests.js';
import { createNodeServer } from './node-server.js';
import { portalRoutes } from './portal.routes.js';
import { readOperations } from './read-operations.js';
import { requestIdOf } from './request-id.js';
import { securityHeaders } from './security-headers.js';

export interface ServerOptions {
  schema: GraphQLSchema;
  createContext: (request: ContextRequest) => Promise<Context> | Context;
  readiness: () => Promise<Readiness>;
  /** A pino logger, or false for silence. */
  logger: FastifyBaseLogger | false;
  /** Whether clients may ask for the schema. */
  introspection: boolean;
  /** Where visitors reach the gateway: an absolute address without a slash at the end. */
  publicUrl: string;
  limits: GraphqlLimits;
  /** The answers that are kept, for contexts with a fence; without it, none are. */
  answers?: Answers | null;
  /** The feeds and pages that are kept; without it, none are. */
  documents?: Documents<KeptDocument> | null;
  /** Addresses and CIDR ranges of proxies whose X-Forwarded-For is believed. */
  trustedProxies?: readonly string[];
  folders: { demoPictures: string | null; operations: string };
}

/** Everything that the gateway answers over HTTP, ready to listen. */
export async function createServer(options: ServerOptions): Promise<FastifyInstance> {
  const {
    schema,
    createContext,
    introspection,
    limits,
    folders,
    readiness,
    publicUrl,
    trustedProxies = [],
    answers = null,
    documents = null,
  } = options;

  const direct = directRoute(trustedProxies);
  const app: FastifyInstance = Fastify({
    ...(options.logger ? { loggerInstance: options.logger } : { logger: false }),
    logController: new LogController({ disableRequestLogging: true, requestIdLogLabel: 'requestId' }),
    genReqId: requestIdOf,
    trustProxy: trustedProxies.length > 0 && [...trustedProxies],
    serverFactory: fastify => createNodeServer(direct.before(fastify), limits.timeMs),
    clientErrorHandler: answerClientError,
    frameworkErrors: (error, request, reply) => {
      sendProblem(request, reply, error.statusCode ?? 400, `${error.message}.`);
    },
    forceCloseConnections: 'idle',
    return503OnClosing: true,
  });
  securityHeaders(app);
  logRequests(app);
  explainErrors(app);
  endConnections(app);

  await allowCrossOrigin(app);
  await compressReplies(app);

  const operations = await readOperations(folders.operations);
  await app.register(graphqlRoutes, { schema, createContext, introspection, limits, operations, answers, direct });
  await app.register(explorerRoutes, { operations });
  const publisher = { createContext, publicUrl, timeMs: limits.timeMs, documents };
  await app.register(feedsRoutes, publisher);
  await app.register(directoryRoutes, publisher);
  await app.register(portalRoutes, publisher);
  await app.register(builderRoutes, publisher);
  await app.register(embedScriptRoutes);
  await app.register(embedRoutes, publisher);
  await app.register(healthRoutes, { readiness });
  if (folders.demoPictures !== null) await app.register(demoPicturesRoutes, { folder: folders.demoPictures });
  return app;
}
