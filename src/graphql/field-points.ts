import {
  getArgumentValues,
  getNamedType,
  getNullableType,
  GraphQLError,
  isCompositeType,
  isListType,
  type FieldNode,
  type GraphQLField,
} from 'graphql';

/**
 * What asking once costs, in points, unless the field says otherwise with TypeGraphQL's `complexity`; every object of a
 * list is another point. A page is one more statement for the database, which ten rows are a fair price for.
 */
const POINTS = { page: 10, object: 1, list: 0, leaf: 0 };

/** What asking for the schema costs, however much of it. */
export const INTROSPECTION_POINTS = 10;

export function isIntrospection(name: string): boolean {
  return name === '__schema' || name === '__type';
}

/** The lists of a connection, which are as long as its page. */
export function isPageOf(name: string): boolean {
  return name === 'edges' || name === 'nodes';
}

/** What asking for a field once costs, without what is below it. */
export function pointsOf(field: GraphQLField<unknown, unknown>, isPage: boolean): number {
  const { complexity } = field.extensions;
  return typeof complexity === 'number' ? complexity : POINTS[kindOf(field, isPage)];
}

function kindOf(field: GraphQLField<unknown, unknown>, isPage: boolean): keyof typeof POINTS {
  if (!isCompositeType(getNamedType(field.type))) return 'leaf';
  if (isPage) return 'page';
  return isListType(getNullableType(field.type)) ? 'list' : 'object';
}

/** Arguments that cannot be read make execution refuse the field by name, before it is resolved: here they count for nothing. */
export function argumentsOf(
  field: GraphQLField<unknown, unknown>,
  node: FieldNode,
  variables: Record<string, unknown>,
): Record<string, unknown> {
  try {
    return getArgumentValues(field, node, variables);
  } catch (error) {
    if (error instanceof GraphQLError) return {};
    throw error;
  }
}
