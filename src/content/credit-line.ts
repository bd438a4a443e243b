import type { Load } from '../graphql/loader.js';
import type { ArticleRow } from './article-row.js';
import { nameIn } from './name-in.js';
import { sourceById } from './source.loaders.js';

/** The words to print with an article: its own, else its source's, else the source's name in its language. */
export async function creditLine(
  { credit, sourceId, language }: Pick<ArticleRow, 'credit' | 'sourceId' | 'language'>,
  load: Load,
): Promise<string> {
  if (credit !== null) return credit;
  const source = await load(sourceById, sourceId);
  return source.credit ?? nameIn(source.names, language) ?? source.slug;
}
