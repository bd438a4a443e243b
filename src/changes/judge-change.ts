import type { Selection } from '../content/selection.js';
import type { Asking } from '../content/licence-grants.js';
import { ArticleChangeKind } from './article-change.js';
import { ChangeKind } from './change.js';
import { isInCopy } from './may-have.js';
import type { LogRow } from './read-log.js';

/** What a change asks of this reader, with this selection; null where there is nothing for it to do, or to know. */
export function judgeChange(
  { before, after, kind }: Pick<LogRow, 'before' | 'after' | 'kind'>,
  selection: Selection,
  asking: Asking,
): ArticleChangeKind | null {
  const had = isInCopy(asking, selection, before);
  const has = isInCopy(asking, selection, after);

  if (!had) return has ? ArticleChangeKind.ENTERED : null;
  if (!has && after?.withdrawn) return ArticleChangeKind.WITHDRAWN;
  if (!has) return after?.expired ? ArticleChangeKind.EXPIRED : ArticleChangeKind.LEFT;
  if (before?.version === after?.version) return null;
  return kind === ChangeKind.CORRECTED ? ArticleChangeKind.CORRECTED : ArticleChangeKind.UPDATED;
}
