import { keptFeed, removeFeed, storeFeed } from '../changes/store-feed.js';
import type { SavedFeed } from '../content/saved-feed.js';
import { EventInput, TopicInput } from '../ingest/store/vocabulary-input.js';
import { partnerBySlug } from '../partners/partner-by-slug.js';
import { act, type Action, type Desk } from './act.js';
import { actsForPartner } from './actor.js';
import { namesOf, readVocabularyInput } from './read-vocabulary-input.js';
import type { RemoveFeedInput, SaveFeedInput } from './save-feed-input.js';

const About = TopicInput.pick({ slug: true, names: true }).extend({ descriptions: EventInput.shape.descriptions });

/** Whose feed, on the command line: the slug of a partner, which over GraphQL is the one that asks. */
export type OfPartner = { partner?: string };

/** Keeps a feed, or changes the one of that slug; gives its key. Throws a Refusal (BAD_USER_INPUT, FORBIDDEN). */
export function saveFeed(desk: Desk, { clientKey = null, ...input }: SaveFeedInput & OfPartner): Promise<number> {
  return act(desk, { ...actionOf('saveFeed', input), clientKey }, async (db, now) => {
    const partnerId = await ownerOf({ ...desk, db }, input);
    const before = await keptFeed(db, { partnerId, slug: input.slug });
    const about = readVocabularyInput(About, {
      slug: input.slug,
      names: namesOf(input.titles, before?.names) ?? {},
      descriptions: namesOf(input.descriptions, before?.descriptions) ?? {},
    });
    // As JSON, so that it is stored as it is read again; without it, all articles.
    const filter = JSON.parse(JSON.stringify(input.filter ?? {})) as Record<string, unknown>;
    const kept = input.filter === undefined && before ? before.filter : filter;
    const id = await storeFeed(db, { ...about, partnerId, filter: kept }, now);
    return { result: id, subjects: [`feed ${input.slug}`] };
  });
}

/** Keeps a feed no longer; gives its slug. Throws a Refusal (NOT_FOUND, FORBIDDEN). */
export function forgetFeed(desk: Desk, { clientKey = null, ...input }: RemoveFeedInput & OfPartner): Promise<string> {
  return act(desk, { ...actionOf('removeFeed', input), clientKey }, async (db, now) => {
    const partnerId = await ownerOf({ ...desk, db }, input);
    const { slug }: SavedFeed = await removeFeed(db, { partnerId, slug: input.slug }, now);
    return { result: slug, subjects: [`feed ${slug}`] };
  });
}

function actionOf(name: string, input: RemoveFeedInput): Omit<Action, 'clientKey'> {
  return { name, scope: input.public === true ? 'desk' : 'read', input };
}

/** The key of whose feed it is; null for everybody's. */
async function ownerOf({ db, actor }: Desk, input: RemoveFeedInput & OfPartner): Promise<number | null> {
  if (input.public === true) return null;
  if (input.partner !== undefined && actor.partnerId === null) return (await partnerBySlug(db, input.partner)).id;
  return actsForPartner(actor);
}
