import { emptyArticle } from './empty-article.js';
import type { IncomingArticle, UnreadableItem } from '../incoming.js';
import { jsonLine } from './json-line.js';
import { jsonText } from './json-text.js';
import { languageTag } from '../text/language-tag.js';
import { listOf, membersOf, type Members } from './members.js';
import { plainLine } from '../markup/plain-line.js';
import { plainText } from '../markup/plain-text.js';
import { readFirstDate } from './read-first-date.js';
import { readWordpressMedia } from './read-wordpress-media.js';
import { readWordpressTerms } from './read-wordpress-terms.js';
import { resolveLink } from '../markup/resolve-link.js';

const LONGEST_IDENTITY = 2000;

/** One post of a WordPress site as an article; or why it is none. */
export function readWordpressPost(value: unknown, label: string): IncomingArticle | UnreadableItem {
  const post = membersOf(value);
  const url = resolveLink(jsonText(post.get('link')), null);
  const guid = rendered(post, 'guid');
  const headline = plainLine(rendered(post, 'title') ?? '');
  const unreadable = (reason: string): UnreadableItem => ({ label: url ?? guid ?? (headline || label), reason });

  if (post.size === 0)
    return {
      label,
      reason: 'It is not a JSON object. A post is an object with "id", "status", "title" and "content".',
    };
  const status = jsonText(post.get('status')) ?? 'publish';
  if (status !== 'publish')
    return unreadable(`Its status is "${status.slice(0, 50)}". Only published posts are taken.`);
  if (membersOf(post.get('content')).get('protected') === true)
    return unreadable('It is behind a password. Only posts that anybody may read are taken.');

  const bodyHtml = rendered(post, 'content');
  const lede = readExcerpt(post);
  const media = readWordpressMedia(post, url);
  if (headline === '' && bodyHtml === null && lede === null && media.length === 0) {
    return unreadable(
      'It has no title, no content and nothing to show. Ask for posts with their content, not only their ids.',
    );
  }
  const published = readFirstDate([jsonText(post.get('date_gmt')), jsonText(post.get('date'))]);
  const updated = readFirstDate([jsonText(post.get('modified_gmt')), jsonText(post.get('modified'))]);

  return {
    ...emptyArticle(),
    // A guid is made once and stays, while the link changes with the title; two sites that share an export share neither.
    identity: (readGuid(guid, post) ?? url)?.slice(0, LONGEST_IDENTITY) ?? null,
    language: languageTag(jsonText(post.get('lang')) ?? jsonText(post.get('language'))),
    headline,
    lede,
    bodyHtml,
    url,
    baseUrl: url,
    bylines: readAuthors(post),
    publishedAt: published.date ?? updated.date,
    updatedAt: updated.date,
    unreadableDate: published.date === null ? published.unreadable : updated.unreadable,
    subjects: readWordpressTerms(post),
    media,
  };
}

/** A text that WordPress gives as {"rendered": "…"}, and some plugins alone; null for none. */
function rendered(post: Members, name: string): string | null {
  const value = post.get(name);
  return jsonText(membersOf(value).get('rendered') ?? value);
}

function readGuid(guid: string | null, post: Members): string | null {
  return guid ?? jsonText(post.get('id'));
}

/** The excerpt without the "read more" that themes put at its end. */
function readExcerpt(post: Members): string | null {
  const text = plainText(rendered(post, 'excerpt') ?? '');
  return (
    text
      .replace(
        /\s*(\[(…|\.\.\.)\]|(…|\.\.\.)?\s*(Continue reading|Read more|Đọc tiếp|Xem thêm)[^\n]{0,200}[→»…]?)$/i,
        '',
      )
      .trim() || null
  );
}

function readAuthors(post: Members): string[] {
  const authors = listOf(membersOf(post.get('_embedded')).get('author')).map(author =>
    jsonLine(membersOf(author).get('name')),
  );
  return [...new Set(authors.filter(Boolean))].slice(0, 20);
}
