import { jsonText } from './json-text.js';
import { membersOf, type Members } from './members.js';

const LONGEST = 2000;

/** What the translations of an item share. */
export const STORY_ROLE = /(^|[:/#])story(-?id)?$/i;

/** Where the publisher shows an item. */
export const PAGE_ROLE = /(^|[:/#])(canonical|web|page)-?(url|link)?$/i;

/** The other name of a role that an item has in "altids": {"story": "…"} in ninjs 1, [{"role": "story", "value": "…"}] in 2 and 3. */
export function readNinjsAltId(item: Members, role: RegExp): string | null {
  const value = item.get('altids');
  const names = Array.isArray(value)
    ? value.map(membersOf)
    : [...membersOf(value)].map(
        ([name, id]) =>
          new Map<string, unknown>([
            ['role', name],
            ['value', id],
          ]),
      );
  const found = names.find(name => role.test(jsonText(name.get('role')) ?? ''));
  return jsonText(found?.get('value'))?.slice(0, LONGEST) ?? null;
}
