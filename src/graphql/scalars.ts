import { GraphQLError, GraphQLScalarType, Kind, type GraphQLScalarTypeConfig } from 'graphql';
import {
  GraphQLCountryCode,
  GraphQLDateTimeISO,
  GraphQLDuration,
  GraphQLLocale,
  GraphQLTimeZone,
} from 'graphql-scalars';

/** Plain text wherever a scalar is only read by us, so that resolvers get what was typed. */
function textScalar(
  name: string,
  description: string,
  isValid: (text: string) => boolean,
  expected: string,
): GraphQLScalarType<string, string> {
  const read = (value: unknown): string => {
    if (typeof value === 'string' && isValid(value)) return value;
    throw new GraphQLError(`${JSON.stringify(value) ?? 'null'} is not ${expected}.`, { extensions: { expected } });
  };
  return new GraphQLScalarType<string, string>({
    name,
    description,
    serialize: String,
    parseValue: read,
    parseLiteral: node => read(node.kind === Kind.STRING ? node.value : null),
  });
}

/** A scalar of graphql-scalars whose complaint about an input says what would be right (see format-error.ts). */
function explained<In, Out>(scalar: GraphQLScalarType<In, Out>, expected: string): GraphQLScalarType<In, Out> {
  const config: GraphQLScalarTypeConfig<In, Out> = scalar.toConfig();
  const explain = <Value>(read: () => Value, shown: string): Value => {
    try {
      return read();
    } catch {
      throw new GraphQLError(`${shown} is not ${expected}.`, { extensions: { expected } });
    }
  };
  return new GraphQLScalarType<In, Out>({
    ...config,
    parseValue: value => explain(() => scalar.parseValue(value), JSON.stringify(value) ?? 'null'),
    parseLiteral: (node, variables) =>
      explain(() => scalar.parseLiteral(node, variables), 'value' in node ? JSON.stringify(node.value) : node.kind),
  });
}

const DATE_OR_TIME = /^\d{4}-\d{2}-\d{2}([Tt ]\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?([Zz]|[+-]\d{2}:?\d{2})?)?$/;

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

export const Locale = explained(GraphQLLocale, 'a language tag (BCP 47) such as "vi", "lo" or "zh-Hans"');
export const TimeZone = explained(GraphQLTimeZone, 'an IANA time zone such as "Asia/Ho_Chi_Minh"');
export const Duration = explained(GraphQLDuration, 'a duration (ISO 8601) such as "P7D" or "PT12H"');
export const CountryCode = explained(GraphQLCountryCode, 'a country code (ISO 3166-1 alpha-2) such as "LA"');

/** Moments are answered in UTC, to the millisecond: 2022-07-18T02:30:00.000Z (RFC 3339). */
export const DateTime = new GraphQLScalarType<Date, string>({
  ...GraphQLDateTimeISO.toConfig(),
  name: 'DateTime',
  description: 'A moment in UTC, such as "2022-07-18T02:30:00.000Z" (RFC 3339).',
  specifiedByURL: 'https://www.rfc-editor.org/rfc/rfc3339',
});
