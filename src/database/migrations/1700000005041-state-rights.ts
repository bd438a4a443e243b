import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The rights of an article after each change: those of before are taken to be what they are now. */
export class StateRights1700000005041 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`alter table article_state add column rights jsonb not null default '{}'`);
    await db.query(`
      update article_state set rights = article.rights
      from article where article.id = article_state.article_id and article.rights <> '{}'`);
    await db.query('alter table article_state alter column rights drop default');
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('alter table article_state drop column rights');
  }
}
