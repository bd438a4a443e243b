import { costExtensions, type WrittenAnswer } from '../answers/written-answer.js';
import type { Context } from '../graphql/context.js';
import type { GraphqlReply } from './graphql-request.js';

/** An answer that was not Apollo's, with what the reader is told for themselves. */
export function writeAnswer(
  { body, contentType, cost, operationName }: WrittenAnswer,
  { quota }: Context,
): GraphqlReply {
  const own = costExtensions(cost, quota?.standing() ?? null);
  return {
    status: 200,
    headers: {
      'cache-control': 'no-store',
      vary: 'accept',
      'content-type': contentType,
      'x-query-cost': String(cost.requested),
      ...quota?.headers(),
    },
    body: typeof body === 'string' ? Buffer.from(body + own) : Buffer.concat([body, Buffer.from(own)]),
    outcome: { operationName, errors: [] },
  };
}
