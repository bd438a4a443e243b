import type { GraphQLField } from 'graphql';
import { DEFAULT_PAGE_SIZE } from './page.js';

/** Sizes above are not multiplied: the resolver refuses them by name (BAD_USER_INPUT), and does no work for them. */
const LARGEST_SIZE = 500;

/** How many objects a field may give: its `first` or `last`, or as many as the `ids` it is given; null when it has no say. */
export function pageSizeOf(field: GraphQLField<unknown, unknown>, values: Record<string, unknown>): number | null {
  if (Array.isArray(values.ids)) return values.ids.length;
  if (!field.args.some(({ name }) => name === 'first' || name === 'last')) return null;

  const asked = values.first ?? values.last ?? DEFAULT_PAGE_SIZE;
  return typeof asked === 'number' ? Math.min(Math.max(asked, 0), LARGEST_SIZE) : DEFAULT_PAGE_SIZE;
}
