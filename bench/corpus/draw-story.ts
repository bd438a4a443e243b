import {
  COUNTRIES,
  DAY,
  DAYS,
  LAST_DAY,
  type CorpusEvent,
  type CorpusSource,
  type CorpusVocabulary,
} from './create-vocabulary.js';
import { LANGUAGES } from './languages.js';
import type { Random } from './random.js';
import { weightedPick, zipfPick } from './weighted-pick.js';
import { createWriter, type Writer } from './write-text.js';

/** What the translations of a story share. */
export interface Story {
  name: string;
  source: CorpusSource;
  topics: string[];
  events: string[];
  /** ISO 3166-1 alpha-2. */
  countries: string[];
  /** How many. */
  pictures: number;
  urgency: number;
  /** Milliseconds since 1970. */
  publishedAt: number;
  languages: string[];
}

/** What stories are drawn from. */
export interface Newsroom {
  pickSource: (random: Random) => CorpusSource;
  pickTopic: (random: Random) => string;
  pickEvent: (random: Random) => CorpusEvent;
  pickLanguages: Map<CorpusSource, (random: Random) => string>;
  writers: Map<string, Writer>;
}

// So many of a hundred stories have so many of each; on average 2.9 topics, 0.3 events, 1.2 pictures and 2 translations.
const TOPICS = weightedPick([1, 2, 3, 4, 5], [10, 30, 30, 20, 10]);
const EVENTS = weightedPick([0, 1, 2], [75, 20, 5]);
const PICTURES = weightedPick([0, 1, 2, 3], [20, 50, 20, 10]);
const TRANSLATIONS = weightedPick([1, 2, 3, 4, 5], [45, 25, 15, 9, 6]);

export function openNewsroom({ topics, events, sources }: CorpusVocabulary, seed: number): Newsroom {
  return {
    pickSource: zipfPick(sources),
    // 7 is coprime to the number of topics: the popular ones are of all levels and branches.
    pickTopic: zipfPick(topics.map((_, index) => topics[(index * 7) % topics.length]!.slug)),
    pickEvent: zipfPick(events),
    pickLanguages: new Map(
      sources.map(source => {
        const spoken = LANGUAGES.filter(({ tag }) => source.languages.includes(tag));
        const tags = spoken.map(({ tag }) => tag);
        return [
          source,
          weightedPick(
            tags,
            spoken.map(({ weight }) => weight),
          ),
        ];
      }),
    ),
    writers: new Map(LANGUAGES.map(language => [language.tag, createWriter(language, seed)])),
  };
}

/** The next story: what it is about, where and when, and in which languages. */
export function drawStory(newsroom: Newsroom, random: Random, number: number): Story {
  const source = newsroom.pickSource(random);
  const events = several(EVENTS(random), () => newsroom.pickEvent(random));

  return {
    name: `story-${number}`,
    source,
    topics: several(TOPICS(random), () => newsroom.pickTopic(random)),
    events: events.map(({ slug }) => slug),
    countries: several(1 + random.below(2), () => random.pick(COUNTRIES)),
    pictures: PICTURES(random),
    urgency: 1 + random.below(9),
    publishedAt: momentOf(events[0], random),
    languages: several(Math.min(TRANSLATIONS(random), source.languages.length), () =>
      newsroom.pickLanguages.get(source)!(random),
    ),
  };
}

/** Around its event, from a month before to a month after; else any time. */
function momentOf(event: CorpusEvent | undefined, random: Random): number {
  const [from, days] = event
    ? [Date.parse(event.startsOn) - 30 * DAY, (Date.parse(event.endsOn) - Date.parse(event.startsOn)) / DAY + 60]
    : [LAST_DAY - DAYS * DAY, DAYS];
  return Math.min(from + Math.floor(random.fraction() * days * 86_400) * 1000, LAST_DAY);
}

/** So many different values. */
function several<Value>(count: number, draw: () => Value): Value[] {
  const found = new Set<Value>();
  while (found.size < count) found.add(draw());
  return [...found];
}
