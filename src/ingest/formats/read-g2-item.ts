import { emptyArticle } from './empty-article.js';
import { childNamed, childrenNamed, codeEnd, conceptCode, elementsNamed } from './g2-elements.js';
import { chosenText, g2Line, g2Text } from './g2-text.js';
import type { IncomingArticle, UnreadableItem } from '../incoming.js';
import { readEmbargo } from './read-embargo.js';
import { readG2Body, readG2Media } from './read-g2-content.js';
import { readG2Bylines, readG2Credit, readG2Dates, readG2Language, readG2Story } from './read-g2-meta.js';
import { readG2Rights } from './read-g2-rights.js';
import { readG2Subjects } from './read-g2-subjects.js';
import { readPubStatus } from './read-pub-status.js';
import { saysCorrection } from './says-correction.js';
import type { XmlElement } from '../xml/xml-element.js';

const LEDES = ['summary', 'lede', 'lead', 'abstract', 'description', 'caption'];
const LONGEST_IDENTITY = 2000;

/** A newsItem of NewsML-G2 2.x as an article; or why it is none. */
export function readG2Item(item: XmlElement, label: string): IncomingArticle | UnreadableItem {
  const itemMeta = childNamed(item, 'itemmeta');
  const contentMeta = childNamed(item, 'contentmeta');
  const contentSet = childNamed(item, 'contentset');
  const identity = item.attribute('guid')?.slice(0, LONGEST_IDENTITY) || null;
  const language = readG2Language(item);
  const nitfHead = elementsNamed(contentSet ?? item, ['body.head'])[0] ?? null;
  const headline =
    g2Line(chosenText(childrenNamed(contentMeta, 'headline'), ['main'], language)) ||
    g2Line(chosenText(childrenNamed(itemMeta, 'title'), [], language)) ||
    g2Line(nitfHead === null ? null : (elementsNamed(nitfHead, ['hl1'])[0] ?? null));
  const unreadable = (reason: string): UnreadableItem => ({
    label: identity ?? (headline.slice(0, 200) || label),
    reason,
  });
  if (item.cutOff) return unreadable('The file ends in the middle of this item. Fetch or send the whole file.');

  const description = chosenText(childrenNamed(contentMeta, 'description'), LEDES, language);
  const lede = g2Text(description) || g2Text(childNamed(nitfHead, 'abstract')) || null;
  const credit = readG2Credit(item);
  const itemClass = codeEnd(conceptCode(childNamed(itemMeta, 'itemclass')));
  const media = readG2Media(contentSet, itemClass, { alt: null, caption: lede ?? (headline || null), credit });
  const bodyHtml = readG2Body(contentSet);

  const { status, note: statusNote } = readPubStatus(conceptCode(childNamed(itemMeta, 'pubstatus')));
  // A cancellation needs to say no more than what is canceled.
  if (
    headline === '' &&
    lede === null &&
    bodyHtml === null &&
    media.length === 0 &&
    (status === 'usable' || identity === null)
  ) {
    return unreadable('It has no headline, no text and nothing to show. Send the whole item.');
  }
  const urgency = g2Line(childNamed(contentMeta, 'urgency'));
  const { embargoedUntil, note: embargoNote } = readEmbargo(childNamed(itemMeta, 'embargoed')?.text);
  const { notes: rightsNotes, ...rights } = readG2Rights(item, language);

  return {
    ...emptyArticle(),
    identity,
    storyIdentity: readG2Story(item),
    language,
    headline,
    lede,
    bodyHtml,
    bylines: readG2Bylines(item),
    ...readG2Dates(item, itemClass),
    urgency: /^[1-9]$/.test(urgency) ? Number(urgency) : null,
    credit,
    subjects: readG2Subjects(contentMeta, language),
    media,
    status,
    ...rights,
    isCorrection: childrenNamed(itemMeta, 'signal').some(signal => saysCorrection(conceptCode(signal))),
    embargoedUntil,
    notes: [statusNote, embargoNote, ...rightsNotes].filter(note => note !== null),
  };
}
