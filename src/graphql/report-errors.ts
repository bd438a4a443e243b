import type { ApolloServerPlugin } from '@apollo/server';
import { unwrapResolverError } from '@apollo/server/errors';
import type { GraphQLError } from 'graphql';
import { httpOf } from './as-graphql-error.js';
import type { Context } from './context.js';
import { explainError } from './explain-error.js';

/** Statuses of requests that need a key, or another one. */
const NOT_ALLOWED = new Set([401, 403]);

/** What is written down about an error that is our bug. */
export interface Bug {
  err: unknown;
  requestId: string;
  operationName: string | null;
  path: string;
}

/** Reports our bugs with the request id that the partner is shown, and sets the HTTP status of what we could not answer. */
export function reportErrors(report: (bug: Bug) => void): ApolloServerPlugin<Context> {
  return {
    requestDidStart: async () => ({
      async didEncounterErrors({ errors, contextValue: { requestId, deadline }, operationName }) {
        // Nobody waits for this answer any longer: what was under way has been stopped, which is no bug.
        if (deadline.isOver) return;
        for (const error of errors) {
          const refusal = explainError(error);
          if (refusal?.status === 503) error.extensions.http = httpOf(refusal);
          // An answer that holds something besides is not forbidden as a whole.
          if (refusal && NOT_ALLOWED.has(refusal.status) && errors.length === 1)
            error.extensions.http = httpOf(refusal);
          if (refusal || !isBug(error)) continue;

          error.extensions.requestId = requestId;
          report({
            err: unwrapResolverError(error),
            requestId,
            operationName: operationName ?? null,
            path: error.path?.join('.') ?? '',
          });
        }
      },
    }),
  };
}

/** Errors of the client's carry a code or a status of their own. */
function isBug({ extensions }: GraphQLError): boolean {
  return (extensions.code ?? 'INTERNAL_SERVER_ERROR') === 'INTERNAL_SERVER_ERROR' && extensions.http === undefined;
}
