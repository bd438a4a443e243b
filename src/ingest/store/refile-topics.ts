import type { EntityManager } from 'typeorm';

/**
 * Makes the index rows of topics agree with the tree after a topic has moved: removes what is no longer an ancestor, adds
 * what is one now. Gives the articles that are found elsewhere since, and locks them. Seize the tree before. Reads every article, for a
 * change that a desk makes a few times a year.
 */
export async function refileTopics(db: EntityManager): Promise<{ id: number; version: number }[]> {
  await db.query(`
    create temporary table filed_now on commit drop as
    with recursive above as (
      select id, id as ancestor, parent_id from topic
      union
      select above.id, topic.id, topic.parent_id from above join topic on topic.id = above.parent_id
    )
    select distinct above.ancestor as topic_id, article.published_at, article.id as article_id, article.language,
      above.ancestor = any(article.topic_ids) as exact
    from article cross join unnest(article.topic_ids) as filed (topic_id) join above on above.id = filed.topic_id`);
  const refiled = await db.query<{ id: number; version: number }[]>(`
    select article.id, article.version from article where article.id in (
      select coalesce(former.article_id, now.article_id)
      from article_topic former full join filed_now now
        on now.topic_id = former.topic_id and now.published_at = former.published_at and now.article_id = former.article_id
      where former.article_id is null or now.article_id is null
    ) order by article.id for no key update`);
  await db.query(`
    delete from article_topic gone where not exists (
      select from filed_now kept
      where kept.topic_id = gone.topic_id and kept.published_at = gone.published_at and kept.article_id = gone.article_id
        and kept.exact = gone.exact)`);
  await db.query(`
    insert into article_topic (topic_id, published_at, article_id, language, exact)
    select topic_id, published_at, article_id, language, exact from filed_now on conflict do nothing`);
  await db.query('drop table filed_now');
  return refiled;
}
