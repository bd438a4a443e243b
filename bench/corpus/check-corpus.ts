import type { Client } from 'pg';

/** Each gives a number that must be 0. */
const CHECKS: Record<string, string> = {
  'topics that articles carry and the index does not, or the other way round': `
    select abs((select coalesce(sum(cardinality(topic_ids)), 0) from article) - (select count(*) from article_topic where exact))`,
  'events, the same': `
    select abs((select coalesce(sum(cardinality(event_ids)), 0) from article) - (select count(*) from article_event))`,
  'countries, the same': `
    select abs((select coalesce(sum(cardinality(countries)), 0) from article) - (select count(*) from article_country))`,
  'rows of the index of topics that say another language or time than their article': `
    select count(*) from article_topic filed left join article on article.id = filed.article_id
    where article.published_at is distinct from filed.published_at or article.language is distinct from filed.language`,
  'articles without a story': `
    select count(*) from article left join story on story.id = article.story_id where story.id is null`,
};

/** The same, of what only whole articles have. */
const WHOLE: Record<string, string> = {
  'articles without a body': `
    select count(*) from article left join article_body on article_body.article_id = article.id where article_body.article_id is null`,
  'articles without words': `
    select count(*) from article left join article_search on article_search.article_id = article.id where article_search.article_id is null`,
  'media on the row, or by themselves, and not both': `
    select abs((select coalesce(sum(jsonb_array_length(media)), 0) from article) - (select count(*) from media))`,
  'changes beyond the revision': `
    select count(*) from change where revision > (select number from revision)`,
  'changes without the state they left': `
    select count(*) from change left join article_state state on state.article_id = change.article_id and state.revision = change.revision
    where change.article_id is not null and state.article_id is null`,
};

/** Throws an Error that names the first thing that does not fit. */
export async function checkCorpus(db: Client, wanted: number, narrow: boolean): Promise<void> {
  const { rows } = await db.query<{ count: number }>('select count(*)::int as count from article');
  const { count } = rows[0]!;
  if (count !== wanted) throw new Error(`There are ${count} articles, not ${wanted}.`);
  for (const [what, statement] of Object.entries({ ...CHECKS, ...(narrow ? {} : WHOLE) })) {
    const { rows: found } = await db.query<{ number: string }>(`select (${statement})::bigint as number`);
    if (found[0]!.number !== '0') throw new Error(`${found[0]!.number} ${what}.`);
  }
}
