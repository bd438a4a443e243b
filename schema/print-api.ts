import { lexicographicSortSchema, printSchema } from 'graphql';
import { buildGatewaySchema } from '../src/schema.js';

/** The whole API in GraphQL's own language, sorted by name, so that a change in the code is as small a change here. */
export async function printApi(): Promise<string> {
  return `${printSchema(lexicographicSortSchema(await buildGatewaySchema()))}\n`;
}
