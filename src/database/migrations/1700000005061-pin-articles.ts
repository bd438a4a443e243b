import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the desk has decided about articles that sources send. */
export class PinArticles1700000005061 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table article_pin (
        article_id bigint not null constraint article_pin_pkey primary key
          constraint article_pin_article_id_fkey references article on delete cascade,
        embargo boolean not null,
        expiry boolean not null,
        filing boolean not null
      )`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop table article_pin');
  }
}
