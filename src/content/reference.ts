import type { EntityManager } from 'typeorm';
import { Licence } from '../partners/licence.js';
import { Event } from './event.js';
import { Language } from './language.js';
import { SavedFeed } from './saved-feed.js';
import { Source } from './source.js';
import { Topic } from './topic.js';

/** Rows of one kind, in the order of their keys, found by key or slug. */
export interface Known<Row> {
  all: Row[];
  byId: Map<number, Row>;
  bySlug: Map<string, Row>;
}

/** What every query needs and seldom changes: a few thousand rows, held in memory. Never altered: a new one replaces it. */
export interface Reference {
  /** The last revision at which it was surely so: whoever knows of a later change of topics, events, sources or licences reads it anew. */
  revision: number;
  topics: Known<Topic>;
  events: Known<Event>;
  sources: Known<Source>;
  /** BCP 47 tags that articles are written in, sorted. */
  languages: string[];
  /** Those of all partners and the public ones, in the order of their keys. */
  licences: Licence[];
  /** Those of all partners and everybody's, in the order of their keys. */
  feeds: SavedFeed[];
  /** The topics right below a topic (null: the roots), by its id. */
  childrenOf: Map<number | null, Topic[]>;
}

/** Reads topics, events, sources, languages, licences and saved feeds: seven statements, the one that says how old it is first. */
export async function loadReference(db: EntityManager): Promise<Reference> {
  const [{ number: revision }] = await db.query<[{ number: number }]>('select number from revision');
  const topics = known(await db.find(Topic, { order: { id: 'ASC' } }));
  const events = known(await db.find(Event, { order: { id: 'ASC' } }));
  const sources = known(await db.find(Source, { order: { id: 'ASC' } }));
  const languages = (await db.find(Language, { order: { tag: 'ASC' } })).map(language => language.tag);
  const licences = await db.find(Licence, { order: { id: 'ASC' } });
  const feeds = await db.find(SavedFeed, { order: { id: 'ASC' } });

  const childrenOf = new Map<number | null, Topic[]>();
  for (const topic of topics.all) {
    const siblings = childrenOf.get(topic.parentId) ?? [];
    siblings.push(topic);
    childrenOf.set(topic.parentId, siblings);
  }
  return { revision, topics, events, sources, languages, licences, feeds, childrenOf };
}

/** A topic's parents, the nearest first. */
export function ancestorsOf(topic: Topic, { topics }: Reference): Topic[] {
  const ancestors: Topic[] = [];
  let parent = topics.byId.get(topic.parentId ?? 0);
  while (parent && !ancestors.includes(parent)) {
    ancestors.push(parent);
    parent = topics.byId.get(parent.parentId ?? 0);
  }
  return ancestors;
}

/** The keys of topics and of everything above them. */
export function withAncestors(topicIds: number[], reference: Reference): Set<number> {
  const all = new Set(topicIds);
  for (const id of topicIds) {
    const topic = reference.topics.byId.get(id);
    if (topic) for (const ancestor of ancestorsOf(topic, reference)) all.add(ancestor.id);
  }
  return all;
}

/** The keys of a topic and of everything below it. */
export function withDescendants(topicId: number, reference: Reference): number[] {
  const found = new Set([topicId]);
  for (const id of found) for (const child of reference.childrenOf.get(id) ?? []) found.add(child.id);
  return [...found];
}

function known<Row extends { id: number; slug: string }>(all: Row[]): Known<Row> {
  return { all, byId: new Map(all.map(row => [row.id, row])), bySlug: new Map(all.map(row => [row.slug, row])) };
}
