import { types } from 'pg';

/** Object identifiers of types in pg_type: they are the same in every PostgreSQL. */
const INT8 = 20;
const DATE = 1082;
const INT8_ARRAY = 1016;

type Parse<Value = unknown> = (text: string) => Value;
const parserOf = types.getTypeParser as (oid: number, format?: 'text' | 'binary') => Parse;
const parseArray = parserOf(INT8_ARRAY) as Parse<string[]>;

/**
 * How PostgreSQL's values become JavaScript's. Keys and counts are numbers: identities start at 1 and a revision a millisecond
 * would take 285,000 years to pass 2^53. A date stays the text YYYY-MM-DD, since a Date would put it into some time zone.
 */
export const postgresValues = {
  getTypeParser(oid: number, format: 'text' | 'binary' = 'text'): Parse {
    if (format === 'text') {
      if (oid === INT8) return Number;
      if (oid === DATE) return text => text;
      if (oid === INT8_ARRAY) return text => parseArray(text).map(Number);
    }
    return parserOf(oid, format);
  },
};
