import type { IncomingArticle, IncomingFeed } from '../../src/ingest/incoming.js';
import { plainText } from '../../src/ingest/markup/plain-text.js';
import type { CorpusEntry, Expectation } from './corpus-entry.js';
import { articlesOf, handedOn } from './handed-on.js';

/** What active content looks like in markup; no cleaned body has it, wherever it came from. */
const ACTIVE = [/<script/i, /<iframe/i, /<[^>]+\son\w+\s*=/i, /(href|src)="\s*(javascript|data|vbscript|file):/i];

/** The manifest has no more characters of a title. */
const TITLE = 160;

/** What of a feed as read is not as its entry in the manifest expects; empty where all is well. */
export function compareFeed(feed: IncomingFeed & { encoding: string }, entry: CorpusEntry): string[] {
  const problems: string[] = [];
  const articles = articlesOf(feed);
  const expected: Partial<Expectation> = entry.expect ?? {};
  const text = handedOn(feed);

  function same(what: string, right: unknown, found: unknown): void {
    if (right !== found) problems.push(`${what}: expected ${JSON.stringify(right)}, read ${JSON.stringify(found)}`);
  }
  function wanted(what: keyof Expectation, check: () => void): void {
    if (what in expected) check();
  }

  wanted('entries', () => same('entries', expected.entries, articles.length));
  wanted('unique', () => {
    const ids = new Set(articles.map(article => article.identity ?? `${article.headline} ${timeOf(article)}`));
    const enough = ids.size >= (expected.unique ?? 0) || articles.every(({ identity }) => identity === null);
    same('at least as many identities as unique ids', true, enough);
  });
  wanted('format', () => same('format', expected.format?.startsWith('atom') ? 'atom' : 'rss', feed.format));
  wanted('feed_title', () => same('feed title', line(expected.feed_title), feed.title ?? ''));
  wanted('first_title', () =>
    same('first title', line(expected.first_title), articles[0]?.headline.slice(0, TITLE) ?? ''),
  );
  wanted('first_date', () =>
    same('first date', secondsOf(expected.first_date), articles[0] ? timeOf(articles[0]) : null),
  );
  wanted('last_date', () =>
    same('last date', expected.last_date, articles.length > 0 ? timeOf(articles.at(-1)!) : null),
  );
  wanted('dated', () => same('dated', expected.dated, articles.filter(article => timeOf(article) !== null).length));
  wanted('first_id', () => {
    const { identity = null, url = null } = articles[0] ?? {};
    // An address may be there and identify nothing, as where all items lead to the same page; the other parser takes it all the same.
    same('first id', identityWanted(expected.first_id) ?? (entry.kind === 'jsonfeed' ? url : null), identity ?? url);
  });
  wanted('language', () => {
    // A format of single items has no feed to say a language for all.
    const only = expected.language === null ? null : (articles[0]?.language ?? null);
    same('language', tag(expected.language), tag(feed.language ?? only));
  });
  wanted('encoding', () => same('encoding', expected.encoding?.toLowerCase(), feed.encoding));
  wanted('dates', () => same('dates', String(expected.dates), String(articles.map(timeOf))));
  wanted('ids', () => same('ids', String(expected.ids), String(articles.map(({ identity }) => identity))));

  for (const language of expected.script ?? [])
    same(`text in the script of ${language}`, true, scriptOf(language).test(text));
  for (const never of entry.never ?? [])
    if (text.toLowerCase().includes(never.toLowerCase())) problems.push(`left in: ${never}`);
  for (const active of ACTIVE) if (active.test(text)) problems.push(`active content left in: ${active.source}`);
  if (entry.languages) same('languages', String(entry.languages), String(articles.map(article => article.language)));
  for (const article of entry.date_choice ? articles : []) {
    const found = timeOf(article);
    if (found !== null && !entry.date_choice?.includes(found)) problems.push(`date: read ${found}`);
  }
  return problems;
}

function timeOf(article: IncomingArticle): number | null {
  const date = article.publishedAt ?? article.updatedAt;
  return date === null ? null : Math.floor(date.getTime() / 1000);
}

function secondsOf(date: number | string | null | undefined): number | null {
  return typeof date === 'string' ? Math.floor(new Date(date).getTime() / 1000) : (date ?? null);
}

function line(html: string | null | undefined): string {
  return plainText(html ?? '')
    .replaceAll('\n', ' ')
    .slice(0, TITLE);
}

function identityWanted(id: string | null | undefined): string | null {
  return id === 'None' || !id ? null : id;
}

function tag(language: string | null | undefined): string | null {
  return language?.toLowerCase().replaceAll('_', '-') ?? null;
}

function scriptOf(language: string): RegExp {
  const script = new Intl.Locale(language).maximize().script ?? 'Latn';
  return new RegExp(`\\p{Script=${/^Han[st]$/.test(script) ? 'Han' : script}}`, 'u');
}
