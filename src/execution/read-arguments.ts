import { BREAK, getArgumentValues, Kind, visit, type ASTNode, type FieldNode, type GraphQLField } from 'graphql';
import type { Run } from './run.js';

type Arguments = Record<string, unknown>;

/**
 * The arguments of a field: read once and for all where no variable is in them, else once for the same variables, since a list has the
 * same field in every object.
 */
export function readArguments(field: GraphQLField<unknown, unknown>, node: FieldNode): (run: Run) => Arguments {
  if (field.args.length === 0) return () => NONE;
  if (!node.arguments?.some(hasVariable)) {
    const values = frozen(getArgumentValues(field, node));
    return () => values;
  }
  return run => {
    const known = run.arguments.get(node);
    if (known) return known;
    const values = frozen(getArgumentValues(field, node, run.variables));
    run.arguments.set(node, values);
    return values;
  };
}

const NONE: Arguments = Object.freeze({});

/** Many resolvers are handed the same ones: none may change them. */
function frozen<Value>(value: Value): Value {
  if (typeof value !== 'object' || value === null) return value;
  Object.values(value).forEach(frozen);
  return Object.freeze(value);
}

function hasVariable(node: ASTNode): boolean {
  let has = false;
  visit(node, {
    [Kind.VARIABLE]() {
      has = true;
      return BREAK;
    },
  });
  return has;
}
