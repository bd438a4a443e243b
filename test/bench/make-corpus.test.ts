import { createHash } from 'node:crypto';
import { z } from 'zod';
import { createVocabulary } from '../../bench/corpus/create-vocabulary.js';
import { LANGUAGES } from '../../bench/corpus/languages.js';
import { writeCorpus } from '../../bench/corpus/write-corpus.js';
import { EventInput, SourceInput, TopicInput } from '../../src/ingest/store/vocabulary-input.js';

const ARTICLES = 3_000;

function corpus(options: Partial<Parameters<typeof writeCorpus>[0]> = {}): string {
  return Buffer.concat([...writeCorpus({ articles: ARTICLES, seed: 1, sources: null, ...options })]).toString();
}

const hashOf = (text: string) => createHash('sha256').update(text).digest('hex');

const Said = z.object({ role: z.string(), value: z.string().min(1) });
const Filed = z.array(z.object({ literal: z.string() }));
const Item = z.object({
  uri: z.url(),
  language: z.string(),
  pubStatus: z.literal('usable'),
  urgency: z.int().min(1).max(9),
  firstCreated: z.iso.datetime(),
  versionCreated: z.iso.datetime(),
  altIds: z.tuple([Said]),
  headlines: z.tuple([Said]),
  descriptions: z.tuple([Said]),
  bodies: z.tuple([Said]),
  subjects: Filed,
  events: Filed,
  places: Filed,
  infoSources: Filed,
  associations: z.array(z.object({ renditions: z.tuple([z.object({ href: z.url() })]) })),
});

const text = corpus();
const items = text
  .trimEnd()
  .split('\n')
  .map(line => Item.parse(JSON.parse(line)));
const average = (count: (item: (typeof items)[number]) => number) =>
  items.reduce((sum, item) => sum + count(item), 0) / items.length;

test('the same seed writes the same bytes, and another seed others', () => {
  expect(hashOf(corpus())).toBe(hashOf(text));
  expect(hashOf(corpus({ seed: 2 }))).not.toBe(hashOf(text));
});

test('a larger corpus begins with the smaller', () => {
  const small = corpus({ articles: 100 });

  expect(small.split('\n')).toHaveLength(101);
  expect(text.startsWith(small)).toBe(true);
});

test('the stories of one source are those that it has in the whole corpus', () => {
  const lines = text.split('\n').filter(line => line.includes('"literal":"source-2"}],"copyrightHolder"'));

  expect(lines.length).toBeGreaterThan(100);
  expect(corpus({ sources: ['source-2'] })).toBe(`${lines.join('\n')}\n`);
});

test('articles are in thirteen languages, filed, illustrated and translated as news is', () => {
  const stories = new Set(items.map(item => item.altIds[0].value));

  expect(items).toHaveLength(ARTICLES);
  expect(new Set(items.map(item => item.uri)).size).toBe(ARTICLES);
  expect(new Set(items.map(item => item.language))).toEqual(new Set(LANGUAGES.map(({ tag }) => tag)));
  expect(items.filter(item => ['vi', 'en'].includes(item.language)).length).toBeGreaterThan(ARTICLES / 2);
  expect(average(item => item.subjects.length)).toBeCloseTo(2.9, 0);
  expect(average(item => item.events.length)).toBeCloseTo(0.3, 0);
  expect(average(item => item.associations.length)).toBeCloseTo(1.2, 0);
  expect(average(item => Buffer.byteLength(item.bodies[0].value)) / 1000).toBeCloseTo(3, 0);
  expect(ARTICLES / stories.size).toBeCloseTo(2, 0);
  expect(items.every(item => item.firstCreated >= '2010' && item.versionCreated < '2026-01-02')).toBe(true);
});

test('what articles are filed under is in the vocabulary, which seed can read', () => {
  const { topics, events, sources } = createVocabulary();
  const known = new Set([...topics, ...events, ...sources].map(({ slug }) => slug));
  const used = items.flatMap(item => [...item.subjects, ...item.events, ...item.infoSources]);

  expect(used.filter(({ literal }) => !known.has(literal))).toEqual([]);
  expect(known.size).toBe(topics.length + events.length + sources.length);
  expect(z.array(TopicInput).parse(topics)).toMatchObject(topics);
  expect(z.array(EventInput).parse(events)).toMatchObject(events);
  expect(z.array(SourceInput).parse(sources)).toMatchObject(sources);
});
