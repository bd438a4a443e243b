import { types } from 'pg';

const { INT8, DATE } = types.builtins;
/** pg knows its parser but leaves it out of its types. */
const INT8_ARRAY = 1016;
const parseArray = types.getTypeParser(INT8_ARRAY as never) as (text: string) => string[];

/**
 * How PostgreSQL's values become JavaScript's. Keys and counts are numbers: identities start at 1 and a revision a millisecond
 * would take 285,000 years to pass 2^53. A date stays the text YYYY-MM-DD, since a Date would put it into some time zone.
 */
export const postgresValues = {
  getTypeParser(oid: number, format?: 'text' | 'binary'): (text: string) => unknown {
    if (format === 'binary') return types.getTypeParser(oid, 'binary') as unknown as (text: string) => unknown;
    if (oid === (INT8 as number)) return Number;
    if (oid === (DATE as number)) return text => text;
    if (oid === INT8_ARRAY) return text => parseArray(text).map(Number);
    return types.getTypeParser(oid, 'text');
  },
};
