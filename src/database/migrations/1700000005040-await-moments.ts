import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The changes that time will make: ends of embargoes, and expiries (docs/decisions/0008-due-changes.md). */
export class AwaitMoments1700000005040 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table due_change (
        article_id bigint not null constraint due_change_article_id_fkey references article on delete cascade,
        kind text not null,
        due_at timestamptz(3) not null,
        constraint due_change_pkey primary key (article_id, kind)
      )`);
    await db.query('create index due_change_due_at_idx on due_change (due_at)');
    // A migration has no clock but the database's: a moment that the two disagree on counts as past, or comes due at once.
    await db.query(`
      insert into due_change (article_id, kind, due_at)
      select id, 'embargo_lifted', embargoed_until from article where embargoed_until > now() and embargoed_until < 'infinity'
      union all
      select id, 'expired', expires_at from article where expires_at > now() and expires_at < 'infinity'`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop table due_change');
  }
}
