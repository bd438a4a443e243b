import { unwrapResolverError } from '@apollo/server/errors';
import { GraphQLError } from 'graphql';
import { Refusal } from '../refusal.js';
import { explainDatabaseError } from './explain-database-error.js';

/** Why we decline, when that is what an error means; null when it is our bug, or said in full by GraphQL itself. */
export function explainError(error: unknown): Refusal | null {
  const cause = unwrapResolverError(error);

  if (cause instanceof Refusal) return cause;
  if (cause instanceof GraphQLError) {
    if (cause.originalError instanceof Refusal) return cause.originalError;
    // Thrown by GraphQL as it reads a field's arguments (getArgumentValues), after validation could not tell.
    const [, argument] = /^Argument "(\w+)"/.exec(cause.message) ?? [];
    if (argument !== undefined) return new Refusal('BAD_USER_INPUT', cause.message, { argument });
  }
  return explainDatabaseError(cause);
}
