import type { ArticleRights } from '../content/article-rights.js';
import { globalId, readGlobalId } from '../graphql/global-id.js';
import { setRights } from '../ingest/store/set-rights.js';
import { Refusal } from '../refusal.js';
import { act, type Desk } from './act.js';
import type { SetRightsInput } from './set-rights-input.js';

/** Days of a century: longer than that is for good. */
const MOST_DAYS = 36_500;
const MOST_TERMS = 2_000;

/** Says what an article itself allows. Throws a Refusal (NOT_FOUND, CONFLICT, BAD_USER_INPUT). */
export function setArticleRights(
  desk: Desk,
  { clientKey = null, ...input }: SetRightsInput,
): Promise<{ articleKey: number; version: number; changed: boolean }> {
  return act(desk, { name: 'setRights', scope: 'desk', clientKey, input }, async (db, now) => {
    const id = readGlobalId(input.article);
    if (id?.type !== 'Article') {
      throw new Refusal('BAD_USER_INPUT', 'This is not the id of an article.', { argument: 'input.article' });
    }
    const { expectedVersion = null } = input;
    const done = await setRights(db, { articleId: id.key, expectedVersion, rights: rightsOf(input) }, now);
    return { result: { articleKey: id.key, ...done }, subjects: [globalId('Article', id.key)] };
  });
}

/** What is restricted, and nothing else: an article without limits has the empty object, which the gate's lists rely on. */
function rightsOf(input: Omit<SetRightsInput, 'article'>): ArticleRights {
  const { uses, creditRequired, mayTranslate, mayEdit, archiveDays } = input;
  const terms = input.terms?.trim() ?? '';
  const territories = {
    ...(input.onlyIn == null ? {} : { only: codes(input.onlyIn, 'onlyIn') }),
    ...(input.notIn == null || input.notIn.length === 0 ? {} : { except: codes(input.notIn, 'notIn') }),
  };
  if (uses?.length === 0)
    throw refuse('uses', 'Leave "uses" out to allow all of them: with none it could not be used.');
  if (archiveDays != null && (archiveDays < 0 || archiveDays > MOST_DAYS)) {
    throw refuse('archiveDays', `archiveDays is ${archiveDays}: give 0 to ${MOST_DAYS}, or null for good.`);
  }
  if (terms.length > MOST_TERMS) {
    throw refuse('terms', `The terms have ${terms.length} characters: give at most ${MOST_TERMS}.`);
  }
  return {
    ...(Object.keys(territories).length === 0 ? {} : { territories }),
    ...(uses == null ? {} : { uses: [...new Set(uses)] }),
    ...(creditRequired === false ? { creditRequired } : {}),
    ...(mayTranslate === false ? { mayTranslate } : {}),
    ...(mayEdit === false ? { mayEdit } : {}),
    ...(archiveDays == null ? {} : { archiveDays }),
    ...(terms === '' ? {} : { terms }),
  };
}

function codes(countries: string[], argument: string): string[] {
  if (countries.length > 0) return [...new Set(countries.map(code => code.toUpperCase()))].toSorted();
  throw refuse(argument, `Leave "${argument}" out to allow every country: with none it could be published nowhere.`);
}

function refuse(argument: string, message: string): Refusal {
  return new Refusal('BAD_USER_INPUT', message, { argument: `input.${argument}` });
}
