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
import { argumentsOf, INTROSPECTION_POINTS, isIntrospection, pointsOf } from './field-points.js';
import { fragmentsOf } from './fragments-of.js';
import { pageSizeOf } from './page-size-of.js';

type Fields = Map<string, readonly FieldNode[]>;

/**
 * What an answer has cost: as queryCost counts, with the lists as long as they came back. It looks at nothing but the
 * answer, so that it tells nothing of what the reader may not see. Where an answer leaves open which type of an interface
 * an object is, the dearest of those that fit counts.
 *
 * @param variables As coerced by GraphQL: with their defaults.
 */
export function answerCost(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variables: Record<string, unknown>,
  data: unknown,
): number {
  const fragments = fragmentsOf(document);
  const known = new Map<readonly FieldNode[], Map<GraphQLObjectType, Fields>>();

  /** The fields below one, of one type: read once, however many objects there are. */
  const fieldsBelow = (nodes: readonly FieldNode[], type: GraphQLObjectType): Fields => {
    const ofTypes = known.get(nodes) ?? new Map<GraphQLObjectType, Fields>();
    known.set(nodes, ofTypes);
    const fields = ofTypes.get(type) ?? collectSubfields(schema, fragments, variables, type, [...nodes]);
    ofTypes.set(type, fields);
    return fields;
  };

  const costOfFields = (type: GraphQLObjectType, fields: Fields, object: Record<string, unknown>): number => {
    let points = 0;
    for (const [key, nodes] of fields) points += costOfField(type, nodes, object[key]);
    return points;
  };

  const costOfField = (parent: GraphQLObjectType, nodes: readonly FieldNode[], value: unknown): number => {
    const name = nodes[0]!.name.value;
    if (isIntrospection(name)) return INTROSPECTION_POINTS;
    const field = parent.getFields()[name];
    // What is not in the answer at all belongs to another type of an interface, or was never come to.
    if (!field || value === undefined) return 0;
    const named = getNamedType(field.type);
    const isPage = isCompositeType(named) && pageSizeOf(field, argumentsOf(field, nodes[0]!, variables)) !== null;
    const once = pointsOf(field, isPage);
    if (!isCompositeType(named)) return once;

    const objects = (Array.isArray(value) ? value : [value]).filter(isObject);
    const isCounted = isListType(getNullableType(field.type)) && name !== 'edges';
    const types = isAbstractType(named) ? schema.getPossibleTypes(named) : [named];
    return objects.reduce(
      (points, object) => points + Math.max(...types.map(type => costOfFields(type, fieldsBelow(nodes, type), object))),
      once + (isCounted ? objects.length : 0),
    );
  };

  const root = schema.getRootType(operation.operation);
  if (!root || !isObject(data)) return 0;
  return costOfFields(root, collectFields(schema, fragments, variables, root, operation.selectionSet), data);
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
