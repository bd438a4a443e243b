import { readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { EntityManager } from 'typeorm';
import { z } from 'zod';
import type { Clock } from '../clock.js';
import { packagePath } from '../config.js';
import { loadReference } from '../content/reference.js';
import { loadThesaurus } from '../content/thesaurus.js';
import { ingestItems } from './store/ingest-items.js';
import { seedFeeds } from './seed-feeds.js';
import { seedLicences } from './seed-licences.js';
import { readFeed } from './read-feed.js';
import { addAliases } from './store/store-aliases.js';
import { storeEvents, storeSources, storeTopics } from './store/store-vocabulary.js';
import { CountryNames, EventInput, SourceInput, TopicInput } from './store/vocabulary-input.js';

/** What seeding did, and how far it is. */
export interface SeedProgress {
  filesDone: number;
  files: number;
  articles: number;
}

export interface Seed {
  /** In a transaction, so that a start that is killed leaves an empty database and not half a demo. */
  db: EntityManager;
  clock: Clock;
  /** Where visitors reach the gateway: it serves the pictures. Without a slash at the end. */
  publicUrl: string;
  onProgress?: (progress: SeedProgress) => void;
}

/** Fills the vocabulary, then takes in the demo articles through the same door as any feed. Seeding again changes nothing. */
export async function seedDemo({ db, clock, publicUrl, onProgress }: Seed): Promise<SeedProgress> {
  const [articles, baseUrl] = [packagePath('demo/articles'), `${publicUrl}/demo/`];
  await seedVocabulary(db, packagePath('vocabulary'), clock);
  await seedLicences(db, clock());
  await seedFeeds(db, clock());
  const reference = await loadReference(db);
  const thesaurus = await loadThesaurus(db, reference);
  const files = (await readdir(articles, { recursive: true })).filter(name => name.endsWith('.json')).toSorted();
  const progress: SeedProgress = { filesDone: 0, files: files.length, articles: 0 };

  for (const file of files) {
    const path = join(articles, file);
    const source = reference.sources.bySlug.get(basename(join(path, '..')));
    if (!source) throw new Error(`${path} lies in no folder that is named like a source.`);
    const { items } = readFeed(await readFile(path), { format: 'ninjs', baseUrl });
    const outcomes = await ingestItems(
      { db, clock, reference, thesaurus, source, language: null, dryRun: false },
      items,
    );
    const rejected = outcomes.find(({ result }) => result === 'rejected');
    if (rejected) throw new Error(`${path}: ${rejected.label}: ${rejected.reason}`);
    progress.filesDone += 1;
    progress.articles += outcomes.length;
    onProgress?.(progress);
  }
  return progress;
}

/** Stores the topics, events, sources and names of countries of a folder. */
async function seedVocabulary(db: EntityManager, folder: string, clock: Clock): Promise<void> {
  const read = async <Shape extends z.ZodType>(name: string, shape: Shape): Promise<z.infer<Shape>> =>
    shape.parse(JSON.parse(await readFile(join(folder, name), 'utf8')));
  const topics = await read('topics.json', z.array(TopicInput));
  const events = await read('events.json', z.array(EventInput));
  const sources = await read('sources.json', z.array(SourceInput));
  const countries = await read('countries.json', CountryNames);

  await storeTopics(db, topics, clock());
  await storeEvents(db, events, clock());
  await storeSources(db, sources, clock());
  for (const [country, names] of Object.entries(countries)) await addAliases(db, { country }, names, false);
}
