import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Sources state rights too. Those that articles have up to now were all set by the desk, and stay. */
export class PinRights1700000005120 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query('alter table article_pin add column rights boolean not null default false');
    await db.query('alter table article_pin alter column rights drop default');
    await db.query(`
      insert into article_pin (article_id, embargo, expiry, filing, rights)
      select id, false, false, false, true from article where rights <> '{}'
      on conflict (article_id) do update set rights = true`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('alter table article_pin drop column rights');
  }
}
