/** The year from which our hosts name things (RFC 4151): it is part of every id, and never changes. */
const NAMED_SINCE = 2026;

/** A name that stays (RFC 4151). */
export function tagUri(publicUrl: string, name: string): string {
  return `tag:${new URL(publicUrl).hostname},${NAMED_SINCE}:${name}`;
}

/** A page of a list, by the address of any of them; its first where no cursor is given. */
export function pageUrl(url: URL, after: string | null): string {
  const page = new URL(url);
  if (after === null) page.searchParams.delete('after');
  else page.searchParams.set('after', after);
  return page.href;
}

/** An archive of a list by its name, or the list itself where none is given. */
export function archiveUrl(url: URL, archive: string | null): string {
  const own = new URL(pageUrl(url, null));
  if (archive === null) own.searchParams.delete('archive');
  else own.searchParams.set('archive', archive);
  if (archive !== null) own.searchParams.delete('limit');
  return own.href;
}

/** The path and the query of a feed without its format, its place in it, how much of each article it has, and whose token it was asked for with. */
export function subjectOf(url: URL): string {
  const { pathname, searchParams } = new URL(pageUrl(url, null));
  for (const name of ['archive', 'texts', 'token']) searchParams.delete(name);
  searchParams.sort();
  const path = pathname.replace(/\.[a-z]+$/, '');
  return searchParams.size > 0 ? `${path}?${searchParams.toString()}` : path;
}
