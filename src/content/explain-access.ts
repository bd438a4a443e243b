import sql, { join } from 'sql-template-tag';
import { rowsOf } from '../database/sql.js';
import type { Context } from '../graphql/context.js';
import { entitledArticles, inTerritory } from './entitled-articles.js';
import { type AskedRule, rulesOfLicence } from './explain-licence.js';
import { AccessRule, type ExplainedLicence, type ExplainedRule, type Explanation } from './explanation.js';
import type { Asking } from './licence-grants.js';

/**
 * Why somebody may have an article, or may not, rule by rule, as the very conditions of the gate answer. Null where there is no such
 * article; and, for who may know of no other (`behindGate`), where the gate does not let them have it: the two are not to be told apart.
 */
export async function explainAccess(
  articleKey: number,
  asking: Asking,
  behindGate: boolean,
  { db }: Pick<Context, 'db'>,
): Promise<Explanation | null> {
  const own = rulesOfArticle(asking);
  const licences = asking.reader.licences.map(licence => ({ licence, rules: rulesOfLicence(licence, asking) }));
  const all = [...own, ...licences.flatMap(({ rules }) => rules)];

  const [row] = await rowsOf<{ passed: boolean[] }>(
    db,
    sql`select array[${join(all.map(({ condition }) => sql`coalesce(${condition}, false)`))}] as passed
      from article where article.id = ${articleKey} ${behindGate ? sql`and ${entitledArticles(asking)}` : sql``}`,
  );
  if (!row) return null;
  const answers = row.passed.values();
  const answered = (rules: AskedRule[]): ExplainedRule[] =>
    rules.map(({ rule, yes, no }) => {
      const passed = answers.next().value ?? false;
      return { rule, passed, why: passed ? yes : no };
    });
  const rules = answered(own);
  return verdictOf(
    rules,
    licences.map(({ licence: { id, name, partnerId }, rules: its }): ExplainedLicence => {
      const explained = answered(its);
      const grants = explained.every(({ passed }) => passed);
      return { number: id, name, isPublic: partnerId === null, grants, rules: explained };
    }),
  );
}

function verdictOf(rules: ExplainedRule[], licences: ExplainedLicence[]): Explanation {
  const [failed] = rules.filter(({ passed }) => !passed);
  const granting = licences.filter(({ grants }) => grants).map(({ name }) => `"${name}"`);
  const visible = !failed && granting.length > 0;
  const none =
    licences.length === 0 ? 'There is no licence, and so nothing to be had.' : 'None of the licences is for it.';
  const verdict = visible ? `It may be had, by ${granting.join(' and ')}.` : (failed?.why ?? none);
  return { visible, verdict, rules, licences };
}

/** What is asked whatever a licence says. */
function rulesOfArticle({ reader, now }: Asking): AskedRule[] {
  const { partner } = reader;
  const country = partner?.country ?? null;
  return [
    {
      rule: AccessRule.STANDING,
      condition: partner?.suspendedAt == null ? sql`true` : sql`false`,
      yes: partner ? 'The partner is in good standing.' : 'Visitors may ask without a key.',
      no: 'The partner is suspended, and none of its keys is taken.',
    },
    {
      rule: AccessRule.WITHDRAWAL,
      condition: sql`article.status <> 'withdrawn'`,
      yes: 'It is not withdrawn.',
      no: 'It is withdrawn, for everybody.',
    },
    {
      rule: AccessRule.EXPIRY,
      condition: sql`article.expires_at is null or article.expires_at > ${now}`,
      yes: 'It has not expired.',
      no: 'It has expired, for everybody.',
    },
    {
      rule: AccessRule.TERRITORY,
      condition: inTerritory({ reader }),
      yes: `Its rights allow ${country ?? 'who is of no known country'}.`,
      no: `Its rights do not allow ${country ?? 'who is of no known country'}.`,
    },
  ];
}
