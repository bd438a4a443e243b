import { jsonText } from './json-text.js';
import { membersOf, type Members } from './members.js';

const LONGEST = 2000;

/** In "altids": {"story": "…"} in ninjs 1, [{"role": "story", "value": "…"}] in 2 and 3. */
export function readNinjsStory(item: Members): string | null {
  const value = item.get('altids');
  const tellings = Array.isArray(value)
    ? value.map(membersOf)
    : [...membersOf(value)].map(
        ([role, id]) =>
          new Map<string, unknown>([
            ['role', role],
            ['value', id],
          ]),
      );
  const story = tellings.find(telling => /(^|[:/#])story(-?id)?$/i.test(jsonText(telling.get('role')) ?? ''));
  return jsonText(story?.get('value'))?.slice(0, LONGEST) ?? null;
}
