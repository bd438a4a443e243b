import { Event } from '../content/event.js';
import { loadReference } from '../content/reference.js';
import { globalId } from '../graphql/global-id.js';
import { storeEvents } from '../ingest/store/store-vocabulary.js';
import { EventInput } from '../ingest/store/vocabulary-input.js';
import { act, type Desk } from './act.js';
import { namesOf, readVocabularyInput } from './read-vocabulary-input.js';
import type { SaveEventInput } from './save-event-input.js';

/** Stores an event, or changes the one of that slug; gives its key. Refuses what vocabulary files are refused for. */
export async function saveEvent(desk: Desk, input: SaveEventInput): Promise<number> {
  const { clientKey = null, ...given } = input;

  return act(desk, { name: 'saveEvent', scope: 'desk', clientKey, input: given }, async (db, now) => {
    const { events, topics } = await loadReference(db);
    const before = events.bySlug.get(given.slug);
    const event = readVocabularyInput(EventInput, {
      slug: given.slug,
      names: namesOf(given.names, before?.names) ?? {},
      descriptions: namesOf(given.descriptions, before?.descriptions) ?? {},
      startsOn: given.startsOn === undefined ? (before?.startsOn ?? null) : given.startsOn,
      endsOn: given.endsOn === undefined ? (before?.endsOn ?? null) : given.endsOn,
      countries: given.countries ?? before?.countries ?? [],
      topics: given.topics ?? (before?.topicIds ?? []).map(id => topics.byId.get(id)!.slug),
      aliases: given.aliases ?? [],
    });
    await storeEvents(db, [event], now);
    const { id } = await db.findOneByOrFail(Event, { slug: event.slug });
    return { result: id, subjects: [globalId('Event', id)] };
  });
}
