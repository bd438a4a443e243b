import { isObject, type JsonObject } from './json-members.js';
import { jsonText } from './json-text.js';
import { plainLine } from '../markup/plain-line.js';

const MOST = 20;

/** The names of the authors of a feed or an item: authors, and author as version 1.0 has it. */
export function readJsonFeedAuthors(holder: JsonObject): string[] {
  const authors: unknown[] = Array.isArray(holder.authors) ? holder.authors : [holder.author];
  const names = authors
    .slice(0, MOST)
    .map(author => plainLine(jsonText(isObject(author) ? author.name : author) ?? ''))
    .filter(name => name !== '');

  return [...new Set(names)];
}
