import { parse, print } from 'graphql';
import type { ListRequest } from './list-request.js';

const FIELDS = '{ id headline lede language publishedAt url credit media { url alt credit } }';

/** The GraphQL query that gives the articles of a list, with what an embed shows of them. */
export function writeGraphqlQuery({ filter, limit }: Pick<ListRequest, 'filter' | 'limit'>): string {
  const given = literal(filter);
  const filtered = given === '{}' ? '' : `filter: ${given}, `;
  return print(
    parse(`{ articles(${filtered}first: ${limit}) { nodes ${FIELDS} pageInfo { endCursor hasNextPage } } }`),
  );
}

/** A value as GraphQL writes it: like JSON, but with names that stand without quotation marks. */
function literal(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(literal).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const members = Object.entries(value).filter(([, member]) => member !== undefined && member !== null);
  return `{${members.map(([name, member]) => `${name}: ${literal(member)}`).join(', ')}}`;
}
