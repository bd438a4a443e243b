import type { EntityManager } from 'typeorm';
import { loadReference, type Reference } from '../content/reference.js';
import { globalId } from '../graphql/global-id.js';
import type { ArticleEdit } from '../ingest/store/apply-edit.js';
import { editArticle } from '../ingest/store/edit-article.js';
import { act, type Desk } from './act.js';
import { readArticleId } from './read-article-id.js';

/** What became of an article: its key, the version that it has then, and whether anything is new. */
export interface ArticleDone {
  id: number;
  version: number;
  changed: boolean;
}

/** An input that says which article to change. */
interface ChangeInput {
  article: string;
  clientKey?: string | null;
  expectedVersion?: number | null;
}

/** Changes an article by what an input means, once. Refuses what editArticle refuses, and what the input is refused for. */
export async function actOnArticle(
  desk: Desk,
  name: string,
  input: ChangeInput,
  readEdit: (db: EntityManager, reference: Reference, articleId: number) => Promise<ArticleEdit> | ArticleEdit,
): Promise<ArticleDone> {
  const { clientKey = null, ...given } = input;

  return act(desk, { name, scope: 'desk', clientKey, input: given }, async (db, now) => {
    const articleId = readArticleId(input.article);
    const reference = await loadReference(db);
    const edit = await readEdit(db, reference, articleId);
    const { expectedVersion = null } = input;
    const edited = await editArticle(db, { articleId, expectedVersion, edit }, reference, now);
    return { result: { id: articleId, ...edited }, subjects: [globalId('Article', articleId)] };
  });
}
