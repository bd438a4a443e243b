import type { EntityManager } from 'typeorm';
import type { Reference } from '../content/reference.js';
import { readGlobalId } from '../graphql/global-id.js';
import type { IncomingMedia } from '../ingest/incoming.js';
import type { ArticleEdit } from '../ingest/store/apply-edit.js';
import { Refusal } from '../refusal.js';
import type { ArticleInput, MediaInput } from './article-input.js';
import { readCountries, readTerms } from './read-terms.js';

/** What an input says of an article, in the words of storing; what is left out stays out. Throws a Refusal (BAD_USER_INPUT). */
export async function readArticleInput(
  db: EntityManager,
  input: ArticleInput & { headline?: string | null; language?: string | null },
  reference: Reference,
): Promise<ArticleEdit> {
  const { headline, language, lede, html, url, bylines, urgency, credit, media } = input;
  const { topics, events, countries, publishedAt, embargoedUntil, expiresAt, translationOf } = input;
  checkUrgency(urgency);

  return {
    ...(headline == null ? {} : { headline }),
    ...(language == null ? {} : { language }),
    ...(lede === undefined ? {} : { lede }),
    ...(html === undefined ? {} : { bodyHtml: html }),
    ...(url === undefined ? {} : { url: url && webAddress(url, 'input.url') }),
    ...(bylines === undefined ? {} : { bylines: bylines ?? [] }),
    ...(urgency === undefined ? {} : { urgency }),
    ...(credit === undefined ? {} : { credit }),
    ...(media === undefined ? {} : { media: (media ?? []).map(asIncoming) }),
    ...(topics === undefined ? {} : { topicIds: readTerms(topics ?? [], reference.topics, 'input.topics') }),
    ...(events === undefined ? {} : { eventIds: readTerms(events ?? [], reference.events, 'input.events') }),
    ...(countries === undefined ? {} : { countries: readCountries(countries ?? []) }),
    ...(publishedAt == null ? {} : { publishedAt }),
    ...(embargoedUntil === undefined ? {} : { embargoedUntil }),
    ...(expiresAt === undefined ? {} : { expiresAt }),
    ...(translationOf == null ? {} : { storyId: await storyOf(db, translationOf) }),
  };
}

function checkUrgency(urgency: number | null | undefined): void {
  if (urgency == null || (urgency >= 1 && urgency <= 9)) return;
  throw new Refusal('BAD_USER_INPUT', `input.urgency is ${urgency}: give 1 (high) to 9 (low).`, {
    argument: 'input.urgency',
  });
}

function webAddress({ protocol, href }: URL, argument: string): string {
  if (['http:', 'https:'].includes(protocol) && href.length <= LONGEST_ADDRESS) return href;
  const message = `${argument} is not a web address (http or https) of at most ${LONGEST_ADDRESS} characters.`;
  throw new Refusal('BAD_USER_INPUT', message, { argument });
}

const LONGEST_ADDRESS = 2_000;

function asIncoming(medium: MediaInput): IncomingMedia {
  return {
    kind: medium.kind,
    url: webAddress(medium.url, 'input.media.url'),
    mimeType: medium.mimeType ?? null,
    width: medium.width ?? null,
    height: medium.height ?? null,
    durationSeconds: medium.durationSeconds ?? null,
    alt: medium.alt ?? null,
    caption: medium.caption ?? null,
    credit: medium.credit ?? null,
  };
}

async function storyOf(db: EntityManager, id: string): Promise<number> {
  const { type, key } = readGlobalId(id) ?? {};
  const rows =
    type === 'Story'
      ? await db.query<{ id: number }[]>('select id from story where id = $1', [key])
      : type === 'Article'
        ? await db.query<{ id: number }[]>('select story_id as id from article where id = $1', [key])
        : [];
  if (rows[0]) return rows[0].id;
  throw new Refusal('BAD_USER_INPUT', 'input.translationOf is neither a story nor an article that there is.', {
    argument: 'input.translationOf',
  });
}
