import type { IncomingSubject } from '../incoming.js';
import { jsonLine } from './json-line.js';
import { jsonText } from './json-text.js';
import { listOf, membersOf, type Members } from './members.js';

const MOST = 100;

/** What everything is filed under where nobody chose. */
const NO_TERMS = new Set(['uncategorized', 'uncategorised', 'chua-phan-loai', 'khong-phan-loai']);

/** The categories and tags of a post, which come with it when it is asked for with _embed: by slug and name, each once. */
export function readWordpressTerms(post: Members): IncomingSubject[] {
  const found = new Map<string, IncomingSubject>();
  const terms = listOf(membersOf(post.get('_embedded')).get('wp:term')).flatMap(listOf);

  for (const term of terms.slice(0, MOST).map(membersOf)) {
    const name = jsonLine(term.get('name')).slice(0, 300) || null;
    const code = decoded(jsonText(term.get('slug')))?.slice(0, 300) ?? null;
    const taxonomy = jsonText(term.get('taxonomy'));
    const files = taxonomy !== 'post_format' && !NO_TERMS.has(code ?? '');
    if (files && (name !== null || code !== null))
      found.set(`${taxonomy} ${code} ${name}`, { code, name, kind: taxonomy === 'category' ? 'topic' : null });
  }
  return [...found.values()];
}

/** Slugs that are not ASCII come percent-encoded. */
function decoded(slug: string | null): string | null {
  try {
    return slug === null ? null : decodeURIComponent(slug);
  } catch (error) {
    if (error instanceof URIError) return slug;
    throw error;
  }
}
