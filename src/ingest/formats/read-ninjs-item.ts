import { Refusal } from '../../refusal.js';
import { emptyArticle } from './empty-article.js';
import type { IncomingArticle, UnreadableItem } from '../incoming.js';
import { firstJsonLine } from './first-json-line.js';
import { jsonLine } from './json-line.js';
import { jsonText } from './json-text.js';
import { languageTag } from '../text/language-tag.js';
import { listOf, membersOf, type Members } from './members.js';
import { readEmbargo } from './read-embargo.js';
import { readNinjsDates } from './read-ninjs-dates.js';
import { readNinjsMedia } from './read-ninjs-media.js';
import { PAGE_ROLE, readNinjsAltId, STORY_ROLE } from './read-ninjs-alt-id.js';
import { readNinjsRights } from './read-ninjs-rights.js';
import { readNinjsSubjects } from './read-ninjs-subjects.js';
import { readNinjsBody, readNinjsHeadline, readNinjsLede } from './read-ninjs-text.js';
import { readPubStatus } from './read-pub-status.js';
import { saysCorrection } from './says-correction.js';
import { resolveLink } from '../markup/resolve-link.js';

const LONGEST_IDENTITY = 2000;
const MOST_BYLINES = 20;

const NOT_ARTICLES: ReadonlyMap<string, string> = new Map([
  ['event', 'It is an event, not an article. Send the articles about it; they may name it under "events".'],
  ['planning', 'It is a plan of coverage, not an article. Send the articles when they are written.'],
]);

/** One item of ninjs 1, 2 or 3 as an article; or why it is none. The label is what it is called when it has no name of its own. */
export function readNinjsItem(value: unknown, label: string, baseUrl: string | null): IncomingArticle | UnreadableItem {
  try {
    return readItem(value, label, baseUrl);
  } catch (error) {
    if (error instanceof Refusal)
      return { label: firstText(membersOf(value), ['uri']) ?? label, reason: error.message };
    throw error;
  }
}

function readItem(value: unknown, label: string, baseUrl: string | null): IncomingArticle | UnreadableItem {
  const item = membersOf(value);
  const identity = firstText(item, ['uri', 'guid', 'id', '@id', '_id'])?.slice(0, LONGEST_IDENTITY) ?? null;
  const headline = readNinjsHeadline(item);
  const unreadable = (reason: string): UnreadableItem => ({
    label: identity ?? (headline.slice(0, 200) || label),
    reason,
  });

  if (item.size === 0)
    return {
      label,
      reason:
        'It is not a JSON object. A ninjs item is an object with "uri", "headline" or "headlines", "body_…" or "bodies".',
    };
  const type = jsonText(item.get('type'))?.toLowerCase() ?? '';
  const bodyHtml = readNinjsBody(item);
  const noArticle =
    NOT_ARTICLES.get(type) ?? (bodyHtml === null && item.has('eventdetails') ? NOT_ARTICLES.get('event') : undefined);
  if (noArticle !== undefined) return unreadable(noArticle);

  const { status, note: statusNote } = readPubStatus(statusText(item.get('pubstatus')));
  const lede = readNinjsLede(item);
  const media = readNinjsMedia(item, baseUrl);
  // A cancellation needs to say no more than what is canceled.
  const isCancellation = status !== 'usable' && identity !== null;
  if (!isCancellation && bodyHtml === null && lede === null && media.length === 0) {
    if (type === 'composite') return unreadable('It is a package that only refers to other items. Send those items.');
    if (headline === '') return unreadable('It has no headline, no text and nothing to show. Send the whole item.');
  }
  const { embargoedUntil, note: embargoNote } = embargo(item);
  const { notes: rightsNotes, ...rights } = readNinjsRights(item);
  const page = firstText(item, ['url', 'link', 'weburl', 'canonicalurl']) ?? readNinjsAltId(item, PAGE_ROLE);
  const url = resolveLink(page, null);

  return {
    ...emptyArticle(),
    identity,
    storyIdentity: readNinjsAltId(item, STORY_ROLE),
    language: languageTag(jsonText(item.get('language'))),
    headline,
    lede,
    bodyHtml,
    url,
    baseUrl: url ?? resolveLink(identity, null),
    bylines: bylines(item),
    ...readNinjsDates(item, type),
    urgency: urgency(item),
    credit: firstJsonLine(item, ['creditline', 'credit', 'copyrightholder', 'copyrightnotice'], 500),
    subjects: readNinjsSubjects(item),
    media,
    status,
    isCorrection: isCorrection(item),
    embargoedUntil,
    ...rights,
    notes: [statusNote, embargoNote, partialNote(item), ...rightsNotes].filter(note => note !== null),
  };
}

/** "embargoed" in ninjs 1 and 2, "embargoedUntil" in 3. */
function embargo(item: Members): ReturnType<typeof readEmbargo> {
  const name = ['embargoeduntil', 'embargoed', 'embargo'].find(written => item.has(written));
  const value = name === undefined ? undefined : item.get(name);
  return readEmbargo(value === undefined || value === false ? undefined : (jsonText(value) ?? null));
}

/** A status of a wrong type is no status that we know. */
function statusText(value: unknown): string | null {
  return value === null || value === undefined ? null : (jsonText(value) ?? (value === '' ? null : typeof value));
}

/** ninjs has no word for it; its users write NewsML-G2's "signal", as texts or as objects with a code. */
function isCorrection(item: Members): boolean {
  return ['signal', 'signals']
    .flatMap(name => listOf(item.get(name)))
    .some(value =>
      saysCorrection(firstText(membersOf(value), ['code', 'qcode', 'uri', 'literal', 'name']) ?? jsonText(value)),
    );
}

function bylines(item: Members): string[] {
  const written = ['byline', 'by', 'bylines'].flatMap(name => listOf(item.get(name)));
  const names = written.map(value => {
    const members = membersOf(value);
    return jsonLine(members.get('name') ?? members.get('value') ?? value).slice(0, 300);
  });
  return [...new Set(names.filter(Boolean))].slice(0, MOST_BYLINES);
}

function urgency(item: Members): number | null {
  const number = Number(jsonText(item.get('urgency')) ?? Number.NaN);
  return Number.isInteger(number) && number >= 1 && number <= 9 ? number : null;
}

function partialNote(item: Members): string | null {
  const representation = jsonText(item.get('representationtype'))?.toLowerCase();
  return representation === 'incomplete' || representation === 'partial'
    ? 'The source calls what it sent incomplete.'
    : null;
}

function firstText(item: Members, names: string[]): string | null {
  return names.map(name => jsonText(item.get(name))).find(text => text !== null) ?? null;
}
