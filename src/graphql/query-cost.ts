import {
  getNamedType,
  getNullableType,
  isAbstractType,
  isCompositeType,
  isListType,
  type DocumentNode,
  type FieldNode,
  type GraphQLObjectType,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';
import { collectFields, collectSubfields } from 'graphql/execution/collectFields.js';
import { Refusal } from '../refusal.js';
import { argumentsOf, INTROSPECTION_POINTS, isIntrospection, isPageOf, pointsOf } from './field-points.js';
import { fragmentsOf } from './fragments-of.js';
import { pageSizeOf } from './page-size-of.js';

/** How many objects a list without `first` is taken to have: articles have 2.9 topics and 1.2 pictures on average. */
const ASSUMED_LENGTH = 5;

/** Most fields looked at: types within types of an interface multiply, and so does the work of counting them. */
const MOST_STEPS = 50_000;

/** What a query costs, and which field of it costs most. */
export interface QueryCost {
  points: number;
  costliest: { path: string; points: number };
}

/**
 * Counts what an operation may cost at most, before it runs. Sizes of pages multiply what is below them; fields that
 * the client has skipped cost nothing; of the types that an interface or union may turn out to be, the dearest counts.
 *
 * @param variables As coerced by GraphQL: with their defaults.
 */
export function queryCost(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variables: Record<string, unknown>,
): QueryCost {
  const fragments = fragmentsOf(document);
  const costliest = { path: '', points: 0 };
  let steps = 0;

  /** Points of some fields of one type, asked for `times` times; `page` is the size of the connection they are in. */
  const costOfFields = (
    type: GraphQLObjectType,
    fields: Map<string, readonly FieldNode[]>,
    place: { times: number; page: number | null; path: string },
  ): number => {
    let points = 0;
    for (const [name, nodes] of fields) {
      steps += 1;
      if (steps > MOST_STEPS) throw new Refusal('QUERY_TOO_COSTLY', 'This query is too large to be counted: split it.');
      points += costOfField(type, nodes, { ...place, path: place.path === '' ? name : `${place.path}.${name}` });
    }
    return points;
  };

  const costOfField = (
    parent: GraphQLObjectType,
    nodes: readonly FieldNode[],
    { times, page, path }: { times: number; page: number | null; path: string },
  ): number => {
    const name = nodes[0]!.name.value;
    if (isIntrospection(name)) return INTROSPECTION_POINTS;
    const field = parent.getFields()[name];
    if (!field) return 0;

    const size = pageSizeOf(field, argumentsOf(field, nodes[0]!, variables));
    const named = getNamedType(field.type);
    const once = times * pointsOf(field, size !== null);
    if (!isCompositeType(named)) return once;

    const inList = isListType(getNullableType(field.type));
    const length = inList ? (size ?? (isPageOf(name) ? page : null) ?? ASSUMED_LENGTH) : 1;
    const own = once + (inList && name !== 'edges' ? times * length : 0);
    if (own > costliest.points) Object.assign(costliest, { path, points: own });

    const below = { times: times * length, page: inList ? null : size, path };
    const types = isAbstractType(named) ? schema.getPossibleTypes(named) : [named];
    const dearest = Math.max(
      0,
      ...types.map(type => costOfFields(type, collectSubfields(schema, fragments, variables, type, nodes), below)),
    );
    return own + dearest;
  };

  const root = schema.getRootType(operation.operation);
  if (!root) return { points: 0, costliest };
  const fields = collectFields(schema, fragments, variables, root, operation.selectionSet);
  return { points: costOfFields(root, fields, { times: 1, page: null, path: '' }), costliest };
}
