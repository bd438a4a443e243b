import type { GraphQLScalarType } from 'graphql';
import { z } from 'zod';
import { DateOrDateTime, Duration, LocalDate, Locale, TimeZone } from '../graphql/scalars.js';
import { Refusal } from '../refusal.js';
import type { ArticleFilter } from './article-filter.js';
import { MediaKind } from './media.js';

const Terms = z.strictObject({
  any: z.array(z.string()).nullish(),
  all: z.array(z.string()).nullish(),
  none: z.array(z.string()).nullish(),
  exact: z.boolean().nullish(),
});

const Range = z.strictObject({
  from: textOf(DateOrDateTime).nullish(),
  to: textOf(DateOrDateTime).nullish(),
  on: textOf(LocalDate).nullish(),
  last: textOf(Duration).nullish(),
  timeZone: textOf(TimeZone).nullish(),
});

const Filter = z.strictObject({
  text: z.string().nullish(),
  topics: Terms.nullish(),
  events: Terms.nullish(),
  sources: Terms.nullish(),
  countries: Terms.nullish(),
  languages: z.array(textOf(Locale)).nullish(),
  published: Range.nullish(),
  updated: Range.nullish(),
  // As GraphQL writes them, PICTURE, or as it hands them to resolvers, picture.
  hasMedia: z.array(z.string().toLowerCase().pipe(z.enum(MediaKind))).nullish(),
});

/**
 * Reads the JSON of an ArticleFilter, as strictly as GraphQL does: with a misspelt name left out, it would be a filter that
 * takes everything. Refuses with BAD_USER_INPUT.
 */
export function readFilter(json: unknown): ArticleFilter {
  const { success, data, error } = Filter.safeParse(json);
  if (success) return data as ArticleFilter; // No member is undefined: JSON knows none.
  throw new Refusal('BAD_USER_INPUT', `The filter cannot be read:\n${z.prettifyError(error)}`, { argument: 'filter' });
}

function textOf(scalar: GraphQLScalarType<string, string>): z.ZodType<string> {
  return z.string().refine(text => {
    try {
      scalar.parseValue(text);
      return true;
    } catch {
      return false;
    }
  }, `is not a ${scalar.name}: ${scalar.description}`);
}
