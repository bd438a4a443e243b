import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What finds articles: a row an article and a term, in the order of lists, and the words of each article. */
export class IndexArticles1700000004000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table article_topic (
        topic_id bigint not null,
        published_at timestamptz(3) not null,
        article_id bigint not null,
        language text not null,
        exact boolean not null,
        constraint article_topic_pkey primary key (topic_id, published_at, article_id)
      )`);
    await db.query(`
      create index article_topic_topic_id_language_published_at_article_id_idx
        on article_topic (topic_id, language, published_at, article_id)`);
    await db.query(
      'create index article_topic_exact_idx on article_topic (topic_id, published_at, article_id) where exact',
    );
    await db.query(`
      create table article_event (
        event_id bigint not null,
        published_at timestamptz(3) not null,
        article_id bigint not null,
        language text not null,
        constraint article_event_pkey primary key (event_id, published_at, article_id)
      )`);
    await db.query(`
      create index article_event_event_id_language_published_at_article_id_idx
        on article_event (event_id, language, published_at, article_id)`);
    await db.query(`
      create table article_country (
        country text not null,
        published_at timestamptz(3) not null,
        article_id bigint not null,
        language text not null,
        constraint article_country_pkey primary key (country, published_at, article_id)
      )`);
    await db.query(`
      create index article_country_country_language_published_at_article_id_idx
        on article_country (country, language, published_at, article_id)`);
    await db.query(`
      create table article_search (
        article_id bigint not null constraint article_search_pkey primary key
          constraint article_search_article_id_fkey references article on delete cascade,
        words tsvector not null
      )`);
    await db.query('create index article_search_words_idx on article_search using gin (words)');
  }

  async down(db: QueryRunner): Promise<void> {
    for (const table of ['article_search', 'article_country', 'article_event', 'article_topic']) {
      await db.query(`drop table ${table}`);
    }
  }
}
