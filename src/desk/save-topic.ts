import { Topic } from '../content/topic.js';
import { globalId } from '../graphql/global-id.js';
import { storeTopics } from '../ingest/store/store-vocabulary.js';
import { TopicInput } from '../ingest/store/vocabulary-input.js';
import { seizeTree } from '../ingest/store/write-locks.js';
import { act, type Desk } from './act.js';
import { namesOf, readVocabularyInput } from './read-vocabulary-input.js';
import type { SaveTopicInput } from './save-topic-input.js';

/** Stores a topic, or changes the one of that slug; gives its key. Refuses what vocabulary files are refused for. */
export async function saveTopic(desk: Desk, input: SaveTopicInput): Promise<number> {
  const { clientKey = null, ...given } = input;

  return act(desk, { name: 'saveTopic', scope: 'desk', clientKey, input: given }, async (db, now) => {
    await seizeTree(db);
    const before = await db.findOneBy(Topic, { slug: given.slug });
    const above = before?.parentId == null ? null : await db.findOneByOrFail(Topic, { id: before.parentId });
    const topic = readVocabularyInput(TopicInput, {
      slug: given.slug,
      names: namesOf(given.names, before?.names) ?? {},
      parent: given.parent === undefined ? (above?.slug ?? null) : given.parent,
      mediaTopic: given.mediaTopic === undefined ? (before?.mediaTopic ?? null) : given.mediaTopic,
      aliases: given.aliases ?? [],
      categories: given.categories ?? [],
    });
    await storeTopics(db, [topic], now);
    const { id } = await db.findOneByOrFail(Topic, { slug: topic.slug });
    return { result: id, subjects: [globalId('Topic', id)] };
  });
}
