import { codeEnd } from './g2-elements.js';

/** Whether a signal, by its code, QCode or URI, says that the item corrects what came before (http://cv.iptc.org/newscodes/signal/). */
export function saysCorrection(signal: string | null): boolean {
  return codeEnd(signal?.trim() ?? null) === 'correction';
}
