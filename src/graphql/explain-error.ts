import { unwrapResolverError } from '@apollo/server/errors';
import { GraphQLError } from 'graphql';
import { ArgumentValidationError } from 'type-graphql';
import { Refusal } from '../refusal.js';
import { explainDatabaseError } from './explain-database-error.js';

/** Why we decline, when that is what an error means; null when it is our bug, or said in full by GraphQL itself. */
export function explainError(error: unknown): Refusal | null {
  const cause = unwrapResolverError(error);

  if (cause instanceof Refusal) return cause;
  if (cause instanceof ArgumentValidationError) return explainInvalidArguments(cause);
  if (cause instanceof GraphQLError) {
    if (cause.originalError instanceof Refusal) return cause.originalError;
    // Thrown by GraphQL as it reads a field's arguments (getArgumentValues), after validation could not tell.
    if (cause.message.startsWith('Argument "')) return new Refusal('BAD_USER_INPUT', cause.message);
  }
  return explainDatabaseError(cause);
}

interface Violation {
  property: string;
  constraints?: Record<string, string>;
  children?: Violation[];
}

/** class-validator's complaints, a sentence each, without the rejected object itself. */
function explainInvalidArguments(error: ArgumentValidationError): Refusal {
  const { validationErrors } = error.extensions as { validationErrors: Violation[] };
  const problems = validationErrors.flatMap(violation => problemsOf(violation, ''));
  const message = problems.map(({ argument, problem }) => `${argument}: ${problem}`).join('; ');
  return new Refusal('BAD_USER_INPUT', `${message}.`, { problems });
}

function problemsOf(violation: Violation, above: string): { argument: string; problem: string }[] {
  const argument = above === '' ? violation.property : `${above}.${violation.property}`;
  return [
    ...Object.values(violation.constraints ?? {}).map(problem => ({ argument, problem })),
    ...(violation.children ?? []).flatMap(child => problemsOf(child, argument)),
  ];
}
