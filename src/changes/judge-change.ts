import type { Selection } from '../content/selection.js';
import type { Reader } from '../partners/reader.js';
import { ArticleChangeKind } from './article-change.js';
import { ChangeKind } from './change.js';
import { isInCopy } from './may-have.js';
import type { LogRow } from './read-log.js';

/** What a change asks of this reader, with this selection; null where there is nothing for it to do, or to know. */
export function judgeChange(
  { before, after, kind }: Pick<LogRow, 'before' | 'after' | 'kind'>,
  selection: Selection,
  reader: Reader,
): ArticleChangeKind | null {
  const had = isInCopy(reader, selection, before);
  const has = isInCopy(reader, selection, after);

  if (!had) return has ? ArticleChangeKind.ENTERED : null;
  if (!has && after?.withdrawn) return ArticleChangeKind.WITHDRAWN;
  if (!has) return after?.expired ? ArticleChangeKind.EXPIRED : ArticleChangeKind.LEFT;
  if (before?.version === after?.version) return null;
  return kind === ChangeKind.CORRECTED ? ArticleChangeKind.CORRECTED : ArticleChangeKind.UPDATED;
}
