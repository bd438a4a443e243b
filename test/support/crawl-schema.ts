import {
  getNamedType,
  isAbstractType,
  isLeafType,
  isObjectType,
  isRequiredArgument,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLSchema,
} from 'graphql';

/** How fields with arguments are asked, "Type.field" to the arguments of each way; the first way is the widest. */
export type Calls = Record<string, string[]>;

type AnyField = GraphQLField<unknown, unknown>;

/** Levels of objects read below each field that is crawled. */
const DEPTH = 2;

/**
 * A query for every type that can be reached: all of its fields, asked in every way, and what lies below them. Fields are
 * renamed "field__0", "field__1", … by the way they are asked.
 */
export function crawlSchema(schema: GraphQLSchema, calls: Calls): string[] {
  const root = schema.getQueryType()!;
  return [...pathsTo(root, calls)].map(([type, path]) => {
    const fields = Object.values(type.getFields()).flatMap(field => waysToAsk(schema, calls, type, field, DEPTH));
    return `{ ${path.reduceRight((below, step) => `${named(calls, step)} { ${below} }`, fields.join(' '))} }`;
  });
}

interface Step {
  parent: GraphQLObjectType;
  field: AnyField;
}

/** The shortest way from the top to each type of objects, by fields that need no argument. */
function pathsTo(root: GraphQLObjectType, calls: Calls): Map<GraphQLObjectType, Step[]> {
  const paths = new Map<GraphQLObjectType, Step[]>([[root, []]]);
  for (const [parent, path] of paths) {
    for (const field of Object.values(parent.getFields())) {
      const type = getNamedType(field.type);
      // What is asked in no way is refused to whoever crawls.
      if (calls[`${parent.name}.${field.name}`]?.length === 0) continue;
      if (!isObjectType(type) || paths.has(type) || field.args.some(isRequiredArgument)) continue;
      paths.set(type, [...path, { parent, field }]);
    }
  }
  return paths;
}

function named(calls: Calls, { parent, field }: Step): string {
  return field.name + waysOf(calls, parent, field)[0]!;
}

function waysOf(calls: Calls, parent: GraphQLNamedType, { name, args }: AnyField): string[] {
  const ways = calls[`${parent.name}.${name}`];
  if (ways) return ways;
  if (args.length > 0)
    throw new Error(`${parent.name}.${name} takes arguments: say in the test how it is to be asked.`);
  return [''];
}

function waysToAsk(
  schema: GraphQLSchema,
  calls: Calls,
  parent: GraphQLNamedType,
  field: AnyField,
  depth: number,
): string[] {
  const type = getNamedType(field.type);
  const below = isLeafType(type) ? '' : `{ ${selection(schema, calls, type, depth - 1)} }`;
  return waysOf(calls, parent, field).map((way, place) => `${field.name}__${place}: ${field.name}${way} ${below}`);
}

function selection(schema: GraphQLSchema, calls: Calls, type: GraphQLNamedType, depth: number): string {
  if (isAbstractType(type)) {
    const each = schema
      .getPossibleTypes(type)
      .map(one => `... on ${one.name} { ${renamed(schema, calls, one, depth)} }`);
    return `__typename ${each.join(' ')}`;
  }
  return isObjectType(type) ? `__typename ${oneWay(schema, calls, type, depth)}` : '';
}

/** Every field asked in its first way; objects only as long as there are levels left. */
function oneWay(schema: GraphQLSchema, calls: Calls, type: GraphQLObjectType, depth: number): string {
  return fieldsWithin(type, depth)
    .map(field => {
      const below = getNamedType(field.type);
      const call = named(calls, { parent: type, field });
      return isLeafType(below) ? call : `${call} { ${selection(schema, calls, below, depth - 1)} }`;
    })
    .join(' ');
}

/** The same, each under a name of its type's own: fields of one name may differ between the types of an interface. */
function renamed(schema: GraphQLSchema, calls: Calls, type: GraphQLObjectType, depth: number): string {
  return fieldsWithin(type, depth)
    .map(
      field =>
        `${type.name}_${waysToAsk(schema, { ...calls, [`${type.name}.${field.name}`]: [named(calls, { parent: type, field }).slice(field.name.length)] }, type, field, depth)[0]!}`,
    )
    .join(' ');
}

function fieldsWithin(type: GraphQLObjectType, depth: number): AnyField[] {
  return Object.values(type.getFields()).filter(field => depth > 0 || isLeafType(getNamedType(field.type)));
}
