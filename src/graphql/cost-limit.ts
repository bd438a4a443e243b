import type { ApolloServerPlugin } from '@apollo/server';
import { getVariableValues, GraphQLError } from 'graphql';
import { Refusal } from '../refusal.js';
import { asGraphqlError } from './as-graphql-error.js';
import { queryCost, type QueryCost } from './query-cost.js';

/** Refuses queries that may cost more than `most` points before they run, and tells what the others cost in `x-query-cost`. */
export function costLimit(most: number): ApolloServerPlugin {
  return {
    requestDidStart: async () => ({
      async didResolveOperation({ schema, document, operation, request, response }) {
        // No operation of that name: execution says so.
        if (!operation) return;
        const { coerced } = getVariableValues(schema, operation.variableDefinitions ?? [], request.variables ?? {});
        // Wrong variables: execution says which, and runs nothing.
        if (!coerced) return;

        const cost = explained(() => queryCost(schema, document, operation, coerced));
        if (!cost) return;
        if (cost.points > most) throw asGraphqlError(tooCostly(cost, most), [operation]);
        response.http.headers.set('x-query-cost', String(cost.points));
      },
    }),
  };
}

function tooCostly({ points, costliest }: QueryCost, limit: number): Refusal {
  const message =
    `This query may cost ${shown(points)} points, and at most ${shown(limit)} are allowed. ` +
    `Most of it is ${costliest.path} (${shown(costliest.points)} points): ` +
    `lower "first" there or in the lists around it, or ask for it in a query of its own.`;
  return new Refusal('QUERY_TOO_COSTLY', message, { cost: points, limit, costliest: costliest.path });
}

const shown = (points: number) => points.toLocaleString('en');

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
