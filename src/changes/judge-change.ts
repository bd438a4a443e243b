import type { Selection } from '../content/selection.js';
import { ArticleChangeKind } from './article-change.js';
import { ChangeKind } from './change.js';
import type { Entitlement } from './entitlement.js';
import { type LicenceSelections, type Share, shareOf, type StateFacts } from './may-have.js';

/** What is to be judged: an article and what its reader was let have, before a change and after it. */
export interface Judged {
  kind: ChangeKind;
  before: StateFacts | null;
  after: StateFacts | null;
  had: Entitlement;
  has: Entitlement;
}

/** What a reader has to do, and the fields that it gains or loses by its licences alone. */
export interface Verdict {
  kind: ArticleChangeKind;
  fields: string[];
}

/** What a change asks of a reader, with a selection; null where there is nothing for it to do, or to know. */
export function judgeChange(judged: Judged, selection: Selection, selectionOf: LicenceSelections): Verdict | null {
  const { before, after } = judged;
  const had = shareOf(before, selection, judged.had, selectionOf);
  const has = shareOf(after, selection, judged.has, selectionOf);

  if (!had) return has && { kind: ArticleChangeKind.ENTERED, fields: [] };
  if (!has) return { kind: endOf(after), fields: [] };
  const fields = otherFields(had, has);
  if (before?.version === after?.version) return fields.length > 0 ? { kind: ArticleChangeKind.UPDATED, fields } : null;
  return {
    kind: judged.kind === ChangeKind.CORRECTED ? ArticleChangeKind.CORRECTED : ArticleChangeKind.UPDATED,
    fields,
  };
}

function endOf(after: StateFacts | null): ArticleChangeKind {
  if (after?.withdrawn) return ArticleChangeKind.WITHDRAWN;
  return after?.expired ? ArticleChangeKind.EXPIRED : ArticleChangeKind.LEFT;
}

function otherFields(had: Share, has: Share): string[] {
  return [...(had.text === has.text ? [] : ['body']), ...(had.media === has.media ? [] : ['media'])];
}
