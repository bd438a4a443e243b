import type { EntityManager, EntityTarget } from 'typeorm';
import { ChangeKind } from '../../changes/change.js';
import { type NewChange, recordChanges } from '../../changes/record-changes.js';
import { Event } from '../../content/event.js';
import { announceReference } from '../../content/announce-reference.js';
import { Source } from '../../content/source.js';
import { Topic } from '../../content/topic.js';
import { Refusal } from '../../refusal.js';
import { refileTopics } from './refile-topics.js';
import { refuseCircles } from './refuse-circles.js';
import { addAliases } from './store-aliases.js';
import type { EventInput, SourceInput, TopicInput } from './vocabulary-input.js';
import { seizeTree } from './write-locks.js';

/** What became of an entry of a vocabulary. */
export interface VocabularyOutcome {
  slug: string;
  result: 'stored' | 'updated' | 'unchanged';
}

/**
 * Stores topics, parents before their children. Call it in a transaction, before anything else takes a revision. Refuses a parent that
 * is not there, or a circle.
 */
export async function storeTopics(db: EntityManager, inputs: TopicInput[], now: Date): Promise<VocabularyOutcome[]> {
  await seizeTree(db);
  const outcomes: VocabularyOutcome[] = [];
  const changes: NewChange[] = [];
  let moved = false;

  for (const { slug, parent, mediaTopic, names, aliases, categories } of inputs) {
    const parentId = parent === null ? null : await idOf(db, Topic, parent, `parent of "${slug}"`);
    const before = await db.findOneBy(Topic, { slug });
    const { result, id } = await store(db, Topic, ChangeKind.TOPIC, { slug, parentId, mediaTopic, names }, changes);
    moved ||= before !== null && before.parentId !== parentId;
    const added =
      (await addAliases(db, { topicId: id }, aliases, true)) +
      (await addAliases(db, { topicId: id }, categories, false));
    outcomes.push({ slug, result: result === 'unchanged' && added > 0 ? 'updated' : result });
  }
  if (moved) {
    await refuseCircles(db);
    const refiled = await refileTopics(db);
    changes.push(...refiled.map(({ id, version }) => ({ kind: ChangeKind.REFILED, articleId: id, version })));
  }
  return announced(db, outcomes, changes, now);
}

/** Stores events. Call it in a transaction. Refuses a topic that is not there. */
export async function storeEvents(db: EntityManager, inputs: EventInput[], now: Date): Promise<VocabularyOutcome[]> {
  const outcomes: VocabularyOutcome[] = [];
  const changes: NewChange[] = [];

  for (const { topics, aliases, ...input } of inputs) {
    const topicIds: number[] = [];
    for (const topic of topics) topicIds.push(await idOf(db, Topic, topic, `topic of "${input.slug}"`));
    const { result, id } = await store(db, Event, ChangeKind.EVENT, { ...input, topicIds }, changes);
    const added = await addAliases(db, { eventId: id }, aliases, true);
    outcomes.push({ slug: input.slug, result: result === 'unchanged' && added > 0 ? 'updated' : result });
  }
  return announced(db, outcomes, changes, now);
}

/** Stores sources. Call it in a transaction. */
export async function storeSources(db: EntityManager, inputs: SourceInput[], now: Date): Promise<VocabularyOutcome[]> {
  const outcomes: VocabularyOutcome[] = [];
  const changes: NewChange[] = [];

  for (const { feed, ...input } of inputs) {
    const polled = {
      feedUrl: feed?.url ?? null,
      feedFormat: feed?.format ?? 'auto',
      pollSeconds: feed?.everySeconds ?? 600,
    };
    const { result } = await store(db, Source, ChangeKind.SOURCE, { ...input, ...polled }, changes);
    outcomes.push({ slug: input.slug, result });
  }
  return announced(db, outcomes, changes, now);
}

type Row = { id: number; slug: string };

async function store<Kind extends Row>(
  db: EntityManager,
  kind: EntityTarget<Kind>,
  change: ChangeKind,
  fields: Omit<Kind, 'id'>,
  changes: NewChange[],
): Promise<{ id: number; result: VocabularyOutcome['result'] }> {
  const rows = db.getRepository<Row>(kind);
  const before = await rows.findOneBy({ slug: fields.slug });
  if (before && isSame({ ...before }, fields)) return { id: before.id, result: 'unchanged' };

  const saved = await rows.save({ ...before, ...fields });
  changes.push({ kind: change, referenceId: saved.id });
  return { id: saved.id, result: before ? 'updated' : 'stored' };
}

function isSame(row: Record<string, unknown>, fields: object): boolean {
  return Object.entries(fields).every(([name, value]) => canonical(row[name]) === canonical(value));
}

/** JSON with its keys sorted: jsonb does not keep their order. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    part !== null && typeof part === 'object' && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).toSorted(([one], [other]) => (one < other ? -1 : 1)))
      : part,
  );
}

async function idOf(db: EntityManager, kind: EntityTarget<Row>, slug: string, whose: string): Promise<number> {
  const row = await db.getRepository(kind).findOneBy({ slug });
  if (row) return row.id;
  throw new Refusal('BAD_USER_INPUT', `There is no "${slug}", the ${whose}: store it before.`, { slug });
}

/** Records the changes, last: whoever holds the revision must not wait for rows that another writer holds. */
async function announced(
  db: EntityManager,
  outcomes: VocabularyOutcome[],
  changes: NewChange[],
  now: Date,
): Promise<VocabularyOutcome[]> {
  if (outcomes.some(({ result }) => result !== 'unchanged')) await announceReference(db);
  await recordChanges(db, changes, now);
  return outcomes;
}
