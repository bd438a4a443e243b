import type { Desk } from './act.js';
import { actOnArticle, type ArticleDone } from './act-on-article.js';
import { boundedText } from './bounded-text.js';
import type { CorrectArticleInput } from './correct-article-input.js';
import { readArticleInput } from './read-article-input.js';

/** Puts right what was wrong in an article, and says so to whoever had it: always a new version. What is left out stays. */
export async function correctArticle(desk: Desk, input: CorrectArticleInput): Promise<ArticleDone> {
  const { severity, note, ...content } = input;
  return actOnArticle(desk, 'correctArticle', input, async (db, reference) => ({
    ...(await readArticleInput(db, content, reference)),
    correction: { severity, note: boundedText(note, 'input.note') },
  }));
}
