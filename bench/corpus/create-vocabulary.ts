import { createByteWriter } from './byte-writer.js';
import { LANGUAGES } from './languages.js';
import { createRandom, type Random } from './random.js';
import { createWriter, type Writer } from './write-text.js';

export interface CorpusTopic {
  slug: string;
  parent: string | null;
  mediaTopic: null;
  names: Record<string, string>;
  aliases: string[];
}

export interface CorpusEvent {
  slug: string;
  names: Record<string, string>;
  descriptions: Record<string, string>;
  startsOn: string;
  endsOn: string;
  countries: string[];
  topics: string[];
  aliases: string[];
}

export interface CorpusSource {
  slug: string;
  names: Record<string, string>;
  homepage: string;
  country: string;
  languages: string[];
  credit: string;
  feed: null;
}

/** What a corpus is filed under, as vocabulary files tell it. */
export interface CorpusVocabulary {
  topics: CorpusTopic[];
  events: CorpusEvent[];
  sources: CorpusSource[];
}

export const COUNTRIES = [
  'VN',
  'LA',
  'KH',
  'CN',
  'US',
  'RU',
  'JP',
  'KR',
  'FR',
  'TH',
  'ID',
  'DE',
  'IN',
  'GB',
  'AU',
  'CU',
];
/** The corpus ends here, and begins this many days before: 15 years. */
export const LAST_DAY = Date.UTC(2025, 11, 31);
export const DAYS = 5479;
export const DAY = 86_400_000;

const TOPICS = { top: 16, each: 5, eachBelow: 4 };
const EVENTS = 300;
const SOURCES = 20;
const MOST_DAYS = 400;

/** Always the same, whatever the corpus: topics in three levels (16, 80 and 320), events and sources. The first source publishes in every language. */
export function createVocabulary(): CorpusVocabulary {
  const random = createRandom(1, 'vocabulary');
  const writers = LANGUAGES.map(language => [language.tag, createWriter(language, 1, 500)] as const);
  const names = (words: number, some = writers): Record<string, string> =>
    Object.fromEntries(some.map(([tag, writer]) => [tag, writeWords(writer, random, words)]));

  const topics = createTopics(random, names);
  const events = Array.from({ length: EVENTS }, (_, index) => {
    const start = LAST_DAY - random.below(DAYS - MOST_DAYS) * DAY;
    return {
      slug: slugOf('event', index),
      names: names(4),
      descriptions: names(12, writers.slice(0, 2)),
      startsOn: day(start),
      endsOn: day(Math.min(start + random.below(MOST_DAYS) * DAY, LAST_DAY)),
      countries: [random.pick(COUNTRIES)],
      topics: [random.pick(topics).slug],
      aliases: [`event number ${index + 1}`],
    };
  });
  const sources = Array.from({ length: SOURCES }, (_, index) => {
    const slug = slugOf('source', index);
    return {
      slug,
      names: names(2),
      homepage: `https://${slug}.example`,
      country: random.pick(COUNTRIES),
      languages: languagesOf(random, index === 0 ? LANGUAGES.length : 2 + random.below(5), writers),
      credit: `Source ${index + 1}`,
      feed: null,
    };
  });
  return { topics, events, sources };
}

function createTopics(random: Random, names: (words: number) => Record<string, string>): CorpusTopic[] {
  const topics: CorpusTopic[] = [];
  const add = (parent: string | null, slug: string): string => {
    topics.push({ slug, parent, mediaTopic: null, names: names(2), aliases: [`${slug.replaceAll('-', ' ')} news`] });
    return slug;
  };
  for (let top = 0; top < TOPICS.top; top += 1) {
    const first = add(null, slugOf('topic', top));
    for (let below = 0; below < TOPICS.each; below += 1) {
      const second = add(first, slugOf(first, below));
      for (let last = 0; last < TOPICS.eachBelow; last += 1) add(second, slugOf(second, last));
    }
  }
  return topics;
}

/** Vietnamese and English, and others up to the number. */
function languagesOf(random: Random, count: number, writers: (readonly [string, Writer])[]): string[] {
  const tags = writers.map(([tag]) => tag);
  const chosen = new Set(tags.slice(0, 2));
  while (chosen.size < count) chosen.add(random.pick(tags));
  return tags.filter(tag => chosen.has(tag));
}

function writeWords(writer: Writer, random: Random, count: number): string {
  const out = createByteWriter(2_000);
  writer.words(out, random, count);
  return out.take().toString();
}

function slugOf(kind: string, index: number): string {
  return `${kind}-${index + 1}`;
}

function day(time: number): string {
  return new Date(time).toISOString().slice(0, 10);
}
