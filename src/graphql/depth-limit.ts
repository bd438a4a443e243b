import { Kind, type SelectionSetNode, type ValidationContext, type ValidationRule } from 'graphql';
import { Refusal } from '../refusal.js';
import { asGraphqlError } from './as-graphql-error.js';

/** What tools ask about the schema goes 13 to 15 levels deep, whatever the limit for content. */
const INTROSPECTION_DEPTH = 25;

/** Refuses operations with more than `most` levels of fields; fragments do not hide any. */
export function depthLimit(most: number): ValidationRule {
  return context => ({
    OperationDefinition(operation) {
      const { content, introspection } = depthOf(context, operation.selectionSet, new Map());
      if (content <= most && introspection <= INTROSPECTION_DEPTH) return;

      const [depth, limit] = content > most ? [content, most] : [introspection, INTROSPECTION_DEPTH];
      const message = `This query is ${depth} levels deep, and at most ${limit} are allowed: ask for the deeper levels in a query of their own.`;
      context.reportError(asGraphqlError(new Refusal('QUERY_TOO_COSTLY', message, { depth, limit }), [operation]));
    },
  });
}

interface Depth {
  content: number;
  introspection: number;
}

/** Each fragment is measured once. One that contains itself is refused by GraphQL's own rules, and is level ground here. */
function depthOf(context: ValidationContext, selectionSet: SelectionSetNode, known: Map<string, Depth>): Depth {
  const deepest: Depth = { content: 0, introspection: 0 };

  for (const selection of selectionSet.selections) {
    let inner: Depth = { content: 0, introspection: 0 };
    if (selection.kind === Kind.FRAGMENT_SPREAD) {
      inner = depthOfFragment(context, selection.name.value, known);
    } else if (selection.selectionSet) {
      inner = depthOf(context, selection.selectionSet, known);
    }
    if (selection.kind === Kind.FIELD) {
      const field = selection.name.value;
      inner =
        field === '__schema' || field === '__type'
          ? { content: 1, introspection: 1 + Math.max(inner.content, inner.introspection) }
          : { content: 1 + inner.content, introspection: inner.introspection };
    }
    deepest.content = Math.max(deepest.content, inner.content);
    deepest.introspection = Math.max(deepest.introspection, inner.introspection);
  }
  return deepest;
}

function depthOfFragment(context: ValidationContext, name: string, known: Map<string, Depth>): Depth {
  const measured = known.get(name);
  if (measured) return measured;

  known.set(name, { content: 0, introspection: 0 });
  const fragment = context.getFragment(name);
  const depth = fragment ? depthOf(context, fragment.selectionSet, known) : { content: 0, introspection: 0 };
  known.set(name, depth);
  return depth;
}
