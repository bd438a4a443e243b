import { GraphQLError, GraphQLScalarType, Kind, print, type ValueNode } from 'graphql';
import {
  GraphQLCountryCode,
  GraphQLDateTimeISO,
  GraphQLDuration,
  GraphQLLocale,
  GraphQLTimeZone,
} from 'graphql-scalars';

/**
 * Text of a certain form. Resolvers get what was typed; a complaint says what would be right, and where (see format-error.ts).
 * What is stored is answered as it is: one odd value of one source must not break every list that it stands in.
 */
function textScalar(
  name: string,
  description: string,
  isValid: (text: string) => boolean,
  expected: string,
): GraphQLScalarType<string, string> {
  const read = (value: unknown, shown: string, node?: ValueNode): string => {
    if (typeof value === 'string' && isValid(value)) return value;
    throw new GraphQLError(`${shown} is not ${expected}.`, {
      extensions: { expected },
      ...(node ? { nodes: node } : {}),
    });
  };
  return new GraphQLScalarType<string, string>({
    name,
    description,
    serialize: String,
    parseValue: value => read(value, JSON.stringify(value) ?? 'null'),
    parseLiteral: node => read(node.kind === Kind.STRING ? node.value : null, print(node), node),
  });
}

/** What a scalar of graphql-scalars takes. */
function isTakenBy(scalar: GraphQLScalarType): (text: string) => boolean {
  return text => {
    try {
      scalar.parseValue(text);
      return true;
    } catch {
      return false;
    }
  };
}

const DATE_OR_TIME = /^\d{4}-\d{2}-\d{2}([Tt ]\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?([Zz]|[+-]([01]\d|2[0-3]):?[0-5]\d)?)?$/;

export const DateOrDateTime = textScalar(
  'DateOrDateTime',
  'A day ("2022-07-18") or a moment ("2022-07-18T09:30:00+07:00"); a moment without an offset, like a day, is in the time zone given beside it.',
  text => DATE_OR_TIME.test(text),
  'a day such as "2022-07-18" or a moment such as "2022-07-18T09:30:00+07:00"',
);

export const LocalDate = textScalar(
  'LocalDate',
  'A day, such as "2022-07-18".',
  text => /^\d{4}-\d{2}-\d{2}$/.test(text),
  'a day such as "2022-07-18"',
);

export const Html = textScalar('HTML', 'Markup (HTML Living Standard), sanitised.', () => true, 'markup');

export const Locale = textScalar(
  'Locale',
  'A language tag (BCP 47), such as "vi", "lo" or "zh-Hans".',
  isTakenBy(GraphQLLocale),
  'a language tag (BCP 47) such as "vi", "lo" or "zh-Hans"',
);

export const TimeZone = textScalar(
  'TimeZone',
  'A time zone of the IANA database, such as "Asia/Ho_Chi_Minh".',
  isTakenBy(GraphQLTimeZone),
  'an IANA time zone such as "Asia/Ho_Chi_Minh"',
);

export const Duration = textScalar(
  'Duration',
  'A span of time (ISO 8601), such as "P7D" for a week or "PT12H" for half a day.',
  isTakenBy(GraphQLDuration),
  'a duration (ISO 8601) such as "P7D" or "PT12H"',
);

export const CountryCode = textScalar(
  'CountryCode',
  'A country (ISO 3166-1 alpha-2), such as "LA".',
  isTakenBy(GraphQLCountryCode),
  'a country code (ISO 3166-1 alpha-2) such as "LA"',
);

/** Moments are answered in UTC, to the millisecond: 2022-07-18T02:30:00.000Z (RFC 3339). */
export const DateTime = new GraphQLScalarType<Date, string>({
  ...GraphQLDateTimeISO.toConfig(),
  name: 'DateTime',
  description: 'A moment in UTC, such as "2022-07-18T02:30:00.000Z" (RFC 3339).',
  specifiedByURL: 'https://www.rfc-editor.org/rfc/rfc3339',
});
