import { GraphQLEnumType, GraphQLScalarType } from 'graphql';
import { LRUCache } from 'lru-cache';
import { isoTime } from '../iso-time.js';
import { NotCompiled, type Write } from './run.js';

/** To make an address what the URL standard has it takes 2 µs: those of pictures and sources come again and again. */
const addresses = new LRUCache<string, string>({ max: 2_000 });

function remember(address: string, written: string): string {
  addresses.set(address, written);
  return written;
}

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
    case 'DateTime':
      return value => (value instanceof Date ? `"${isoTime(value)}"` : slowly(value));
    case 'URL':
      return value =>
        typeof value === 'string' ? (addresses.get(value) ?? remember(value, slowly(value))) : slowly(value);
    default:
      return slowly;
  }
}
