import { z } from 'zod';

const slug = z
  .string()
  .max(100)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'is small letters, digits and single dashes, such as "foreign-relations"');
const tag = z.string().refine(text => {
  try {
    return Intl.getCanonicalLocales(text)[0] === text;
  } catch {
    return false;
  }
}, 'is a canonical language tag (BCP 47), such as "vi" or "zh-Hans"');
const names = z.record(tag, z.string().trim().min(1).max(300));
const someNames = names.refine(given => Object.keys(given).length > 0, 'needs a name in at least one language');
const country = z.string().regex(/^[A-Z]{2}$/, 'is an ISO 3166-1 alpha-2 code, such as "LA"');
const aliases = z.array(z.string().trim().min(1).max(300)).max(200).default([]);
const day = z.iso.date();
const link = z.url({ protocol: /^https?$/ }).max(2_000);

/** A topic as a vocabulary file tells it. */
export const TopicInput = z.strictObject({
  slug,
  parent: slug.nullable().default(null),
  mediaTopic: z
    .string()
    .regex(/^medtop:\d{8}$/, 'is an IPTC Media Topic such as "medtop:11000000"')
    .nullable()
    .default(null),
  names: someNames,
  /** Phrases that file an article under the topic wherever they stand in its text, or among its categories. */
  aliases,
  /** Words that do so only as a category of the source: names of sections such as "Culture", which any text may hold. */
  categories: aliases,
});
export type TopicInput = z.infer<typeof TopicInput>;

/** An event as a vocabulary file tells it. */
export const EventInput = z
  .strictObject({
    slug,
    names: someNames,
    descriptions: z.record(tag, z.string().trim().min(1).max(2_000)).default({}),
    startsOn: day.nullable().default(null),
    endsOn: day.nullable().default(null),
    countries: z.array(country).max(250).default([]),
    topics: z.array(slug).max(50).default([]),
    aliases,
  })
  .refine(({ startsOn, endsOn }) => !startsOn || !endsOn || startsOn <= endsOn, 'ends before it begins');
export type EventInput = z.infer<typeof EventInput>;

/** A source as a vocabulary file tells it. */
export const SourceInput = z.strictObject({
  slug,
  names: someNames,
  homepage: link.nullable().default(null),
  country: country.nullable().default(null),
  languages: z.array(tag).max(50).default([]),
  credit: z.string().trim().min(1).max(500).nullable().default(null),
  feed: z
    .strictObject({
      url: link,
      format: z.enum(['auto', 'rss', 'atom', 'json-feed', 'ninjs', 'newsml-g2', 'wordpress']).default('auto'),
      everySeconds: z.int().min(30).max(604_800).default(600),
    })
    .nullable()
    .default(null),
});
export type SourceInput = z.infer<typeof SourceInput>;

/** Extra names of countries, by ISO 3166-1 alpha-2 code. */
export const CountryNames = z.record(country, z.array(z.string().trim().min(1).max(300)));
export type CountryNames = z.infer<typeof CountryNames>;
