import { Kind, type SelectionSetNode, type ValidationContext, type ValidationRule } from 'graphql';
import { Refusal } from '../refusal.js';
import { asGraphqlError } from './as-graphql-error.js';

/** Refuses operations that ask for more than `most` fields at the top. */
export function rootFieldLimit(most: number): ValidationRule {
  return context => ({
    OperationDefinition(operation) {
      const names = new Set<string>();
      collectNames(context, operation.selectionSet, names, new Set());
      if (names.size <= most) return;

      const message = `This operation asks for ${names.size} fields at the top, and at most ${most} are allowed: split it into several requests.`;
      const refusal = new Refusal('QUERY_TOO_COSTLY', message, { rootFields: names.size, limit: most });
      context.reportError(asGraphqlError(refusal, [operation]));
    },
  });
}

function collectNames(
  context: ValidationContext,
  { selections }: SelectionSetNode,
  names: Set<string>,
  seen: Set<string>,
): void {
  for (const selection of selections) {
    if (selection.kind === Kind.FIELD) {
      names.add(selection.alias?.value ?? selection.name.value);
    } else if (selection.kind === Kind.INLINE_FRAGMENT) {
      collectNames(context, selection.selectionSet, names, seen);
    } else if (!seen.has(selection.name.value)) {
      seen.add(selection.name.value);
      const fragment = context.getFragment(selection.name.value);
      if (fragment) collectNames(context, fragment.selectionSet, names, seen);
    }
  }
}
