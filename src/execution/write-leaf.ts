import { GraphQLEnumType, GraphQLScalarType } from 'graphql';
import { NotCompiled, type Write } from './run.js';

/** Writes what has no fields as GraphQL serialises it; the short ways are for values that are as they should be. */
export function writeLeaf(type: GraphQLScalarType | GraphQLEnumType): Write {
  const slowly = (value: unknown): string => {
    const serialised = type.serialize(value);
    if (serialised == null) throw new NotCompiled();
    return JSON.stringify(serialised);
  };
  if (type instanceof GraphQLEnumType) {
    const names = new Map(type.getValues().map(({ name, value }) => [value as unknown, JSON.stringify(name)]));
    return value => names.get(value) ?? slowly(value);
  }
  switch (type.name) {
    case 'ID':
    case 'String':
      return value => (typeof value === 'string' ? JSON.stringify(value) : slowly(value));
    case 'Int':
      return value => (typeof value === 'number' && (value | 0) === value ? String(value) : slowly(value));
    case 'Boolean':
      return value => (value === true ? 'true' : value === false ? 'false' : slowly(value));
    case 'DateTimeISO':
      return value => (value instanceof Date ? `"${value.toISOString()}"` : slowly(value));
    default:
      return slowly;
  }
}
