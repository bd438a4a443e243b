import type { ApolloServerPlugin, GraphQLRequestContext } from '@apollo/server';
import { getVariableValues, GraphQLError, type FormattedExecutionResult } from 'graphql';
import { REFUSALS, Refusal } from '../refusal.js';
import { answerCost } from './answer-cost.js';
import { asGraphqlError } from './as-graphql-error.js';
import type { Context } from './context.js';
import { queryCost, type QueryCost } from './query-cost.js';

/** What every request costs at least: reading it is work too. */
const LEAST = 1;

/**
 * Refuses queries that may cost more than `most` points, and those for which the reader's quota has no points left, before
 * they run. Tells what the others may cost in `x-query-cost`, and what every request has cost in `extensions.cost`.
 */
export function costLimit(most: number): ApolloServerPlugin<Context> {
  return {
    async requestDidStart() {
      let requested = 0;
      let isSpent = false;
      return {
        async didResolveOperation(request) {
          const cost = costOf(request);
          if (cost && cost.points > most)
            throw asGraphqlError(tooCostly(cost, most), request.operation ? [request.operation] : []);

          requested = Math.max(LEAST, cost?.points ?? 0);
          request.response.http.headers.set('x-query-cost', String(requested));
          await obeyed(() => request.contextValue.quota?.spend(requested));
          isSpent = true;
        },
        async willSendResponse(request) {
          const { body, http } = request.response;
          if (body.kind !== 'single') return;
          const { quota } = request.contextValue;
          // What has not come so far as to be counted has been read: that is what it costs.
          if (!isSpent && requested === 0) isSpent = (await quota?.tryToSpend((requested = LEAST))) ?? true;

          const actual = isSpent ? actualCost(request, body.singleResult, requested) : 0;
          await quota?.settle(actual);
          const standing = quota?.standing() ?? { remaining: null, resets: null };
          body.singleResult.extensions = { ...body.singleResult.extensions, cost: { requested, actual, ...standing } };
          for (const [name, value] of Object.entries(quota?.headers() ?? {})) http.headers.set(name, value);
        },
      };
    },
  };
}

/** What a query may cost; null where execution will refuse it and run nothing: an operation or variables that are wrong. */
function costOf({ schema, document, operation, request }: GraphQLRequestContext<Context>): QueryCost | null {
  if (!document || !operation) return null;
  const { coerced } = getVariableValues(schema, operation.variableDefinitions ?? [], request.variables ?? {});
  return coerced ? explained(() => queryCost(schema, document, operation, coerced)) : null;
}

/** What an answer has cost, which is never more than was asked for; all of it where we ran out of time over it. */
function actualCost(
  { schema, document, operation, request }: GraphQLRequestContext<Context>,
  { data, errors = [] }: FormattedExecutionResult,
  requested: number,
): number {
  if (errors.some(({ extensions }) => isOurs(extensions?.code))) return requested;
  if (!document || !operation || !data) return LEAST;
  const { coerced } = getVariableValues(schema, operation.variableDefinitions ?? [], request.variables ?? {});
  const points = coerced ? answerCost(schema, document, operation, coerced, data) : 0;
  return Math.min(Math.max(LEAST, points), requested);
}

function isOurs(code: unknown): boolean {
  return Object.entries(REFUSALS).some(([name, status]) => name === code && status === 503);
}

function tooCostly({ points, costliest }: QueryCost, limit: number): Refusal {
  const message =
    `This query may cost ${shown(points)} points, and at most ${shown(limit)} are allowed. ` +
    `Most of it is ${costliest.path} (${shown(costliest.points)} points): ` +
    `lower "first" there or in the lists around it, or ask for it in a query of its own.`;
  return new Refusal('QUERY_TOO_COSTLY', message, { cost: points, limit, costliest: costliest.path });
}

const shown = (points: number) => points.toLocaleString('en');

async function obeyed(spend: () => Promise<void> | undefined): Promise<void> {
  try {
    await spend();
  } catch (error) {
    throw error instanceof Refusal ? asGraphqlError(error) : error;
  }
}

/** A directive whose variable is missing cannot be counted; execution refuses it in the same words, and runs nothing. */
function explained(count: () => QueryCost): QueryCost | null {
  try {
    return count();
  } catch (error) {
    if (error instanceof Refusal) throw asGraphqlError(error);
    if (error instanceof GraphQLError) return null;
    throw error;
  }
}
