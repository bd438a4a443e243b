import { nameIn } from '../content/name-in.js';
import type { Reference } from '../content/reference.js';
import type { Selection, Term } from '../content/selection.js';

const GATEWAY = 'Nhịp Cầu';

/** What a feed is called, in the language of its articles: the names of its topics, events and sources. */
export function listTitle(
  { topics, events, sources }: Selection,
  languages: string[],
  reference: Reference,
): { title: string; description: string } {
  const language = languages[0] ?? null;
  const names = (terms: Term<number>[], rows: Map<number, { slug: string; names: Record<string, string> }>) =>
    terms.flatMap(({ key }) => {
      const row = rows.get(key);
      return row ? [nameIn(row.names, language) ?? row.slug] : [];
    });
  const subjects = [
    ...names(topics.any, reference.topics.byId),
    ...names(events.any, reference.events.byId),
    ...names(sources.any, reference.sources.byId),
  ];
  const spoken = languages.map(tag => languageName(tag, language ?? 'en'));
  const title = [...(subjects.length > 0 ? subjects : [GATEWAY]), ...(languages.length > 1 ? [] : spoken)].join(' · ');
  return { title, description: [...new Set([GATEWAY, ...subjects, ...spoken])].join(' · ') };
}

function languageName(tag: string, inLanguage: string): string {
  try {
    return new Intl.DisplayNames([inLanguage, 'en'], { type: 'language' }).of(tag) ?? tag;
  } catch {
    return tag;
  }
}
