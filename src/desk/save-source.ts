import { Source } from '../content/source.js';
import { globalId } from '../graphql/global-id.js';
import { storeSources } from '../ingest/store/store-vocabulary.js';
import { SourceInput } from '../ingest/store/vocabulary-input.js';
import { act, type Desk } from './act.js';
import { namesOf, readVocabularyInput } from './read-vocabulary-input.js';
import type { FeedInput, SaveSourceInput } from './save-source-input.js';

/** Stores a source, or changes the one of that slug; gives its key. Refuses what vocabulary files are refused for. */
export async function saveSource(desk: Desk, input: SaveSourceInput): Promise<number> {
  const { clientKey = null, ...given } = input;

  return act(desk, { name: 'saveSource', scope: 'desk', clientKey, input: given }, async (db, now) => {
    const before = await db.findOneBy(Source, { slug: given.slug });
    const source = readVocabularyInput(SourceInput, {
      slug: given.slug,
      names: namesOf(given.names, before?.names) ?? {},
      homepage: given.homepage === undefined ? (before?.homepage ?? null) : (given.homepage?.href ?? null),
      country: given.country === undefined ? (before?.country ?? null) : given.country,
      languages: given.languages ?? before?.languages ?? [],
      credit: given.credit === undefined ? (before?.credit ?? null) : given.credit,
      feed: given.feed === undefined ? feedOf(before) : feedGiven(given.feed),
    });
    await storeSources(db, [source], now);
    const { id } = await db.findOneByOrFail(Source, { slug: source.slug });
    return { result: id, subjects: [globalId('Source', id)] };
  });
}

function feedOf(source: Source | null): object | null {
  if (!source || source.feedUrl === null) return null;
  return { url: source.feedUrl, format: source.feedFormat, everySeconds: source.pollSeconds };
}

/** What is left out is for the rules of vocabulary files to fill in. */
function feedGiven(feed: FeedInput | null): object | null {
  if (!feed) return null;
  const { url, format, everySeconds } = feed;
  return { url: url.href, format: format ?? undefined, everySeconds: everySeconds ?? undefined };
}
