import { getVariableValues, OperationTypeNode, type DocumentNode, type FieldNode, type GraphQLSchema } from 'graphql';
import { LRUCache } from 'lru-cache';
import type { Context } from '../graphql/context.js';
import { fragmentsOf } from '../graphql/fragments-of.js';
import { queryCost } from '../graphql/query-cost.js';
import { compileQuery } from './compile-query.js';
import { decisiveVariables } from './decisive-variables.js';
import type { Learned } from './known-queries.js';
import { NotCompiled, type Run, type Write } from './run.js';

type Variables = Record<string, unknown>;

/** A valid query that was answered before, ready to be answered again. */
export interface KnownQuery {
  schema: GraphQLSchema;
  document: DocumentNode;
  operationName: string | null;
  contentType: string;
  /** The variables as GraphQL coerces them; null where they are wrong. */
  coerce: (variables: unknown) => Variables | null;
  /** What it may cost, in points; null where it is too large to be counted. */
  mayCost: (variables: Variables) => number | null;
  /** The JSON of its data, and what it has cost. Throws whatever graphql-js is to be asked about instead. */
  run: (variables: Variables, context: Context) => Promise<{ data: string; points: number }>;
}

/** The variables of a query that takes none, or is given none. */
const NONE: Variables = Object.freeze({});

/** Kept for each query: what it costs with the sizes of pages asked for last, and compiled for @skip and @include as asked for last. */
const MOST_VARIANTS = 20;

/** Null for what is not compiled: mutations, and what asks for interfaces or the schema. */
export function createKnownQuery({ schema, document, operation, contentType }: Learned): KnownQuery | null {
  if (operation.operation !== OperationTypeNode.QUERY) return null;
  const fragments = fragmentsOf(document);
  const definitions = operation.variableDefinitions ?? [];
  const { conditions, sizes } = decisiveVariables(document);
  const costs = new LRUCache<string, number>({ max: MOST_VARIANTS });
  const writers = new LRUCache<string, Write>({ max: MOST_VARIANTS });
  // Who asks the same again hands us the same variables (http/heard-questions.ts), and nobody changes them.
  const coerced = new WeakMap<Variables, Variables>();
  const argumentsOf = new WeakMap<Variables, Run['arguments']>();

  const writerFor = (variables: Variables): Write => {
    const decided = picked(conditions, variables);
    const name = JSON.stringify(decided);
    const known = writers.get(name) ?? compileQuery({ schema, operation, fragments, conditions: decided });
    writers.set(name, known);
    return known;
  };
  if (!isCompiled(() => writerFor({}), conditions)) return null;

  return {
    schema,
    document,
    operationName: operation.name?.value ?? null,
    contentType,
    coerce(variables) {
      if (definitions.length === 0) return NONE;
      const input = (variables ?? NONE) as Variables;
      const found = coerced.get(input) ?? getVariableValues(schema, definitions, input).coerced ?? null;
      if (found) coerced.set(input, found);
      return found;
    },
    mayCost(variables) {
      const name = JSON.stringify(picked([...conditions, ...sizes], variables));
      const known = costs.get(name) ?? Math.max(1, queryCost(schema, document, operation, variables).points);
      costs.set(name, known);
      return known;
    },
    async run(variables, context) {
      const known = argumentsOf.get(variables) ?? new Map<FieldNode, Variables>();
      argumentsOf.set(variables, known);
      const run: Run = { context, variables, arguments: known, points: 0 };
      const data = await writerFor(variables)(undefined, run);
      return { data, points: run.points };
    },
  };
}

function picked(names: string[], variables: Variables): Variables {
  return Object.fromEntries(names.map(name => [name, variables[name]]));
}

/** Whether it can be compiled; with conditions that is seen when it runs. */
function isCompiled(compile: () => Write, conditions: string[]): boolean {
  if (conditions.length > 0) return true;
  try {
    compile();
    return true;
  } catch (error) {
    if (error instanceof NotCompiled) return false;
    throw error;
  }
}
