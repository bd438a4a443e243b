import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { Refusal } from '../refusal.js';
import { sendGraphqlError } from './send-graphql-error.js';

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
export async function answerGraphqlError(
  error: FastifyError | Refusal,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  if (error instanceof Refusal) {
    if (error.status === 503) reply.header('retry-after', '5');
    return sendGraphqlError(request, reply, { status: error.status, code: error.code, message: error.message });
  }
  const status = error.statusCode ?? 500;
  const explained = EXPLAINED[error.code];
  if (explained) return sendGraphqlError(request, reply, { status, ...explained });
  if (status < 500) return sendGraphqlError(request, reply, { status, code: 'BAD_REQUEST', message: error.message });

  request.log.error({ err: error }, 'request failed');
  const message = 'Something went wrong on our side.';
  return sendGraphqlError(request, reply, { status: 500, code: 'INTERNAL_SERVER_ERROR', message });
}
