import type { IncomingArticle } from '../incoming.js';
import { codeEnd } from './g2-elements.js';

const STATUSES: ReadonlyMap<string, IncomingArticle['status']> = new Map([
  ['', 'usable'],
  ['usable', 'usable'],
  ['withheld', 'withheld'],
  ['canceled', 'canceled'],
  ['cancelled', 'canceled'],
  ['withdrawn', 'canceled'],
  ['killed', 'canceled'],
]);

/**
 * The IPTC publishing status (http://cv.iptc.org/newscodes/pubstatusg2/) by its code, QCode or URI; usable where none is said.
 * What is not in the vocabulary is withheld, with a note: better held back than shown by mistake.
 */
export function readPubStatus(text: string | null): { status: IncomingArticle['status']; note: string | null } {
  const code = codeEnd((text ?? '').trim());
  const status = STATUSES.get(code);
  if (status !== undefined) return { status, note: null };

  const note = `Its status "${code.slice(0, 50)}" is none of usable, withheld and canceled: it is withheld until it is one of them.`;
  return { status: 'withheld', note };
}
