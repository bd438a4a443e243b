import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What time alone will change: embargoes that lift, articles that expire (docs/decisions/0012-releases.md). */
export class ScheduleReleases1700000005020 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table release (
        article_id bigint not null constraint release_article_id_fkey references article on delete cascade,
        kind text not null,
        due_at timestamptz(3) not null,
        constraint release_pkey primary key (article_id, kind)
      )`);
    await db.query('create index release_due_at_idx on release (due_at)');
    await db.query(`
      insert into release (article_id, kind, due_at)
      select article.id, item.kind, item.at
      from article cross join lateral (values
        ('embargo_lifted', article.embargoed_until), ('expired', article.expires_at)
      ) item (kind, at)
      where item.at > now() and item.at < 'infinity'`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop table release');
  }
}
