import proxyAddr from '@fastify/proxy-addr';
import type { FastifyBaseLogger, FastifyInstance } from 'fastify';
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { clientHasGone } from './answer-within.js';
import { explainFailure } from './graphql-errors.js';
import type { GraphqlReply, GraphqlRequest } from './graphql-request.js';
import { hearQuestions } from './heard-questions.js';
import { logRequest, type Outcome } from './log-requests.js';
import { LARGEST_BODY } from './read-graphql-body.js';
import { requestIdOf } from './request-id.js';
import { writeReply } from './write-reply.js';

/** GraphQL without Fastify, for what most requests are: a POST of JSON as clients send it. */
export interface DirectRoute {
  /** Stands before Fastify, and hands it what is not for us. */
  before: (fastify: RequestListener) => RequestListener;
  /** Takes requests from now on, until the app closes. */
  open: (app: FastifyInstance, answer: Answer) => void;
}

type Answer = (request: GraphqlRequest) => Promise<GraphqlReply>;

const PATH = '/graphql';

/** As clients write it; what is written otherwise is Fastify's to read. */
const JSON_TYPES = new Set(['application/json', 'application/json; charset=utf-8', 'application/json;charset=utf-8']);

/**
 * Fastify's hooks, parsers and replies are half of the work where an answer is in memory (docs/decisions/0020-direct-route.md). What is
 * answered here is the same as there, to the last header.
 *
 * @param trusted Addresses and CIDR ranges of proxies whose X-Forwarded-For is believed.
 */
export function directRoute(trusted: readonly string[]): DirectRoute {
  const isTrusted = proxyAddr.compile([...trusted]);
  const addressOf = (request: IncomingMessage): string =>
    trusted.length > 0 ? proxyAddr(request, isTrusted) : (request.socket.remoteAddress ?? '');
  const hear = hearQuestions();
  let opened: { answer: Answer; log: FastifyBaseLogger } | null = null;

  async function take(
    { answer, log }: { answer: Answer; log: FastifyBaseLogger },
    request: IncomingMessage,
    response: ServerResponse,
  ): Promise<void> {
    const begun = performance.now();
    const { headers } = request;
    const requestId = requestIdOf(request);
    let outcome: Outcome | null = null;
    response.once('close', () => {
      const ms = performance.now() - begun;
      logRequest(log, { method: 'POST', route: PATH, response, ms, outcome }, { requestId });
    });
    const ownLog = () => log.child({ requestId });
    const address = addressOf(request);
    let reply: GraphqlReply;
    try {
      const { question, body } = hear(await readBody(request), headers);
      reply = await answer({
        id: requestId,
        method: 'POST',
        headers,
        address,
        search: '',
        question,
        body,
        log: ownLog,
        response,
      });
    } catch (error) {
      reply = explainFailure(error, { id: requestId, headers }, ownLog());
    }
    ({ outcome } = reply);
    await writeReply(response, { id: requestId, headers }, reply, opened === null);
  }

  return {
    before: fastify => (request, response) => {
      if (!opened || !isOrdinary(request)) return fastify(request, response);
      const { log } = opened;
      take(opened, request, response).catch((error: unknown) => {
        log.error({ err: error }, 'request failed');
        response.destroy();
      });
    },
    open(app, answer) {
      opened = { answer, log: app.log };
      app.addHook('preClose', done => {
        opened = null;
        done();
      });
    },
  };
}

/** Whether nothing about a request is out of the ordinary. */
function isOrdinary({ method, url, headers }: IncomingMessage): boolean {
  if (method !== 'POST' || url !== PATH || !JSON_TYPES.has(headers['content-type'] ?? '')) return false;
  const { 'content-length': length, 'content-encoding': encoding, 'x-no-compression': plain } = headers;
  return length !== undefined && Number(length) <= LARGEST_BODY && encoding === undefined && plain === undefined;
}

/** What has been sent, once all of it is here. Of a client that goes before, nothing is heard any more. */
async function readBody(request: IncomingMessage): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    request
      .on('data', (chunk: Buffer) => chunks.push(chunk))
      .once('end', () => resolve(chunks.length === 1 ? chunks[0]! : Buffer.concat(chunks)))
      .once('error', () => reject(clientHasGone()));
  });
}
