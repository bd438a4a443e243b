import type { IncomingSubject } from '../incoming.js';
import { jsonLine } from './json-line.js';
import { jsonText } from './json-text.js';
import { listOf, membersOf, type Members } from './members.js';

/** More than any newsroom files a story under. */
const MOST = 100;
const LONGEST_CODE = 500;

const KINDS: [string[], IncomingSubject['kind']][] = [
  [['subject', 'subjects'], 'topic'],
  [['event', 'events'], 'event'],
  [['place', 'places'], 'country'],
  [['keyword', 'keywords', 'tags'], null],
];

/** ISO 3166-1, as IPTC writes it: iso3166-1a2:VN, http://cvx.iptc.org/iso3166-1a3/VNM. Not its parts of countries: VN-HN. */
const COUNTRY = /iso-?3166(-1)?(a[23])?[:/#][a-z]{2,3}$/i;

/** What an item is filed under: its subjects, events, places and keywords, each once. Places are countries where their code says so. */
export function readNinjsSubjects(item: Members): IncomingSubject[] {
  const found = new Map<string, IncomingSubject>();
  for (const [names, kind] of KINDS) {
    for (const value of names.flatMap(name => keywordsApart(name, item.get(name)))) {
      const subject = readSubject(value, kind);
      if (subject !== null) found.set(`${subject.kind} ${subject.code} ${subject.name}`, subject);
      if (found.size >= MOST) return [...found.values()];
    }
  }
  return [...found.values()];
}

function readSubject(value: unknown, said: IncomingSubject['kind']): IncomingSubject | null {
  const members = membersOf(value);
  const name = (members.size > 0 ? jsonLine(members.get('name')) : jsonLine(value)).slice(0, 300) || null;
  const code = codeOf(members);
  if (name === null && code === null) return null;

  const kind = said === 'country' && !COUNTRY.test(code ?? '') ? null : said;
  return { code, name, kind };
}

/** ninjs 3 has a complete "uri" or a "literal", 1 a "code" in a "scheme", which is a URI too. */
function codeOf(members: Members): string | null {
  const [uri, code, scheme] = ['uri', 'code', 'scheme'].map(name => jsonText(members.get(name)));
  const inScheme = code && scheme && !code.includes(':') ? scheme + (/[/#:=]$/.test(scheme) ? '' : '/') + code : code;
  const found = uri ?? jsonText(members.get('qcode')) ?? inScheme ?? jsonText(members.get('literal'));
  return found ? found.slice(0, LONGEST_CODE) : null;
}

/** Keywords may be one text with commas. */
function keywordsApart(name: string, value: unknown): unknown[] {
  return typeof value === 'string' && /^(keyword|tags)/.test(name)
    ? value.slice(0, 10_000).split(/[,;]/)
    : listOf(value);
}
