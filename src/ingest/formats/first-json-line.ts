import { jsonLine } from './json-line.js';
import type { Members } from './members.js';

/** The first line of text among the members of the names, at most so many characters of it; null where there is none. */
export function firstJsonLine(members: Members, names: readonly string[], most: number): string | null {
  for (const name of names) {
    const line = jsonLine(members.get(name)).slice(0, most);
    if (line !== '') return line;
  }
  return null;
}
