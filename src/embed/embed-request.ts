import { readListRequest, type ListRequest } from '../lists/list-request.js';
import { Refusal } from '../refusal.js';
import { spokenLanguage } from './embed-labels.js';
import type { EmbedLook } from './embed-view.js';
import { readSites } from './read-sites.js';

/** What the address of a frame asks for: which articles, and how they look. */
export interface EmbedRequest {
  list: ListRequest;
  look: EmbedLook;
  /** A colour for lines and links, such as "#a31f26"; null for ours. */
  accent: string | null;
  /** Hosts of the sites that may frame it; empty for any. It only narrows: whoever writes an address may leave it out of theirs. */
  sites: string[];
}

export const LAYOUTS = ['list', 'cards', 'ticker'] as const;
export const THEMES = ['auto', 'light', 'dark'] as const;
const USUAL_LIMIT = 5;

/** Where dates are told that name no zone: where the desk is. A frame is written before it is known who reads it. */
export const DESK_ZONE = 'Asia/Ho_Chi_Minh';

/**
 * Reads the query string of a frame: layout (list, cards, ticker), theme (auto, light, dark), accent (#rgb or #rrggbb), sites (hosts that
 * may frame it), and what a feed's address takes. Refuses with BAD_USER_INPUT what it does not know or cannot read.
 */
export function readEmbedRequest(query: URLSearchParams): EmbedRequest {
  const list = new URLSearchParams(query);
  const take = (name: string): string | null => {
    const value = list.get(name)?.trim() || null;
    list.delete(name);
    return value;
  };
  const layout = oneOf('layout', take('layout'), LAYOUTS);
  const theme = oneOf('theme', take('theme'), THEMES);
  const accent = take('accent');
  if (accent !== null && !/^#([0-9a-f]{3}|[0-9a-f]{6})$/i.test(accent)) refuse('accent', 'a colour such as #a31f26');
  const sites = readSites(take('sites'));
  const timeZone = list.get('tz')?.trim() || DESK_ZONE;
  if (!isTimeZone(timeZone)) refuse('tz', 'an IANA time zone such as Asia/Vientiane');
  if (!list.get('limit')?.trim()) list.set('limit', String(USUAL_LIMIT));

  const request = readListRequest(list);
  const language = spokenLanguage(request.filter.languages?.[0] ?? 'en');
  return { list: request, look: { layout, theme, language, timeZone, target: '_blank', heading: 'h1' }, accent, sites };
}

function oneOf<Word extends string>(name: string, said: string | null, words: readonly [Word, ...Word[]]): Word {
  if (said === null) return words[0];
  return words.find(word => word === said) ?? refuse(name, words.join(', '));
}

function isTimeZone(timeZone: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}

function refuse(argument: string, right: string): never {
  throw new Refusal('BAD_USER_INPUT', `"${argument}" takes ${right}.`, { argument });
}
