import type { FastifyBaseLogger, FastifyError } from 'fastify';
import type { IncomingHttpHeaders } from 'node:http';
import { Refusal } from '../refusal.js';
import { graphqlErrorReply } from './graphql-error-reply.js';
import type { GraphqlReply } from './graphql-request.js';

/** What Fastify refuses before GraphQL is asked, in words for whoever wrote the client. */
const EXPLAINED: Record<string, { code: string; message: string }> = {
  FST_ERR_CTP_BODY_TOO_LARGE: {
    code: 'PAYLOAD_TOO_LARGE',
    message: 'The request is larger than 256 kB: send long values in several requests.',
  },
  FST_ERR_CTP_INVALID_MEDIA_TYPE: {
    code: 'UNSUPPORTED_MEDIA_TYPE',
    message: 'Send the query as JSON, with the header "content-type: application/json".',
  },
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: {
    code: 'BAD_USER_INPUT',
    message: 'The request is shorter or longer than its content-length says.',
  },
};

/** The answer to a GraphQL request that failed outside GraphQL: always JSON with `errors`, never a stack. */
export function explainFailure(
  error: unknown,
  request: { id: string; headers: IncomingHttpHeaders },
  log: FastifyBaseLogger,
): GraphqlReply {
  if (error instanceof Refusal) {
    const reply = graphqlErrorReply(error, request);
    return error.status === 503 ? { ...reply, headers: { ...reply.headers, 'retry-after': '5' } } : reply;
  }
  const { code = '', statusCode: status = 500, message } = error as Partial<FastifyError>;
  const explained = EXPLAINED[code];
  if (explained) return graphqlErrorReply({ status, ...explained }, request);
  if (status < 500) return graphqlErrorReply({ status, code: 'BAD_REQUEST', message: message ?? '' }, request);

  log.error({ err: error }, 'request failed');
  const told = { status: 500, code: 'INTERNAL_SERVER_ERROR', message: 'Something went wrong on our side.' };
  return graphqlErrorReply(told, request);
}
