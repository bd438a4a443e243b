import { Refusal } from '../refusal.js';

/** Characters of what partners and readers are told. */
const LONGEST_TEXT = 2_000;

/** A text that is told to others, null where it says nothing. Throws a Refusal (BAD_USER_INPUT) for one that is too long. */
export function boundedText(text: string | null | undefined, argument: string): string | null {
  const said = text?.replaceAll('\0', '').trim() ?? '';
  if (said.length <= LONGEST_TEXT) return said === '' ? null : said;
  throw new Refusal('BAD_USER_INPUT', `${argument} has ${said.length} characters: at most ${LONGEST_TEXT} are taken.`, {
    argument,
  });
}
