import { ArticleStatus } from '../../content/article.js';
import { CorrectionSeverity } from '../../content/correction.js';
import type { IncomingArticle } from '../incoming.js';
import type { PreparedArticle } from './prepare-article.js';

/** Sources do not say how much a correction matters. */
const SAID_BY_SOURCE = { severity: CorrectionSeverity.SUBSTANTIVE, note: null };

/** Whether an article may be shown, and puts something right, by what its source says. */
export function standingOf({ status, isCorrection }: IncomingArticle): Pick<PreparedArticle, 'status' | 'correction'> {
  if (status === 'canceled') return { status: ArticleStatus.WITHDRAWN };
  return isCorrection
    ? { status: ArticleStatus.CORRECTED, correction: SAID_BY_SOURCE }
    : { status: ArticleStatus.PUBLISHED };
}
