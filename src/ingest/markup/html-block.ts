import { WRAPPERS } from './html-elements.js';

/** An element that begins and ends a line. It is written when something is in it, so empty ones never are. */
export interface Block {
  name: string;
  tag: string;
  /** Not written at all: only its language and direction live on, in the blocks it holds. */
  wrapper: boolean;
  /** Put in by us, so that what follows stands where it may. */
  implied: boolean;
  written: boolean;
  closed: boolean;
  inherited: ReadonlyMap<string, string>;
}

const HEADING = /^h[2-6]$/;

/** Whether a block inside a block of text is only words to it: a heading's div, but not a paragraph's list. */
export function keepsAsWords(around: string, name: string): boolean {
  if (around === 'p') return false;
  return WRAPPERS.has(name) || name === 'p' || (HEADING.test(name) && !HEADING.test(around));
}
