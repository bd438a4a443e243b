import type { Licence } from '../partners/licence.js';
import type { Reader } from '../partners/reader.js';
import type { ArticleRow } from './article-row.js';
import { seesEverything } from './entitled-articles.js';

/** What the licences that cover an article give together. */
export interface ArticleTerms {
  licences: Licence[];
  text: boolean;
  media: boolean;
  history: boolean;
}

/** What a reader may have of an article beyond its headline and lede. */
export function articleTerms({ licenceIds }: Pick<ArticleRow, 'licenceIds'>, reader: Reader): ArticleTerms {
  const licences = reader.licences.filter(({ id }) => licenceIds.includes(id));
  const all = seesEverything(reader);
  return {
    licences,
    text: all || licences.some(({ text }) => text),
    media: all || licences.some(({ media }) => media),
    history: all || licences.some(({ history }) => history),
  };
}
