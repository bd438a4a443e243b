import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The routing facts of an article after each change, and the words of former versions (docs/decisions/0009-changes.md). */
export class StateArticles1700000005030 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table article_state (
        article_id bigint not null,
        revision bigint not null,
        happened_at timestamptz(3) not null,
        version integer not null,
        language text not null,
        source_id bigint not null,
        topic_ids bigint[] not null,
        filed_ids bigint[] not null,
        event_ids bigint[] not null,
        countries text[] not null,
        media_kinds text[] not null,
        published_at timestamptz(3) not null,
        updated_at timestamptz(3) not null,
        withdrawn boolean not null,
        embargoed boolean not null,
        expired boolean not null,
        constraint article_state_pkey primary key (article_id, revision)
      )`);
    // A migration has no clock but the database's: states from then on are judged by ours.
    await db.query(`
      insert into article_state
      select article.id, latest.revision, latest.happened_at, article.version, article.language, article.source_id,
        article.topic_ids,
        array(select filed.topic_id from article_topic filed where filed.article_id = article.id order by 1),
        article.event_ids, article.countries,
        array(select distinct medium ->> 'kind' from jsonb_array_elements(article.media) medium),
        article.published_at, article.updated_at, article.status = 'withdrawn',
        coalesce(article.embargoed_until > statement_timestamp(), false),
        coalesce(article.expires_at <= statement_timestamp(), false)
      from article join (
        select distinct on (article_id) article_id, revision, happened_at from change
        where article_id is not null order by article_id, revision desc
      ) latest on latest.article_id = article.id`);
    await db.query('alter table article_version add column words tsvector');
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('alter table article_version drop column words');
    await db.query('drop table article_state');
  }
}
