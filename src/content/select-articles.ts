import { join, type Sql } from 'sql-template-tag';
import { type Asking, entitledArticles } from './entitled-articles.js';
import { type Place, selectedConditions } from './selected-conditions.js';
import type { Selection } from './selection.js';

/** A selection as SQL: every condition on `article` that the walk does not meet by itself, and the gate before them all. */
export function selectArticles(selection: Selection, walk: Place, asking: Asking): Sql {
  return join([entitledArticles(asking), ...selectedConditions(selection, walk)], ' and ');
}
