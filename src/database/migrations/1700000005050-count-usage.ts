import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What partners ask for by day, and what is spent of quotas where PostgreSQL counts it. */
export class CountUsage1700000005050 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table usage_day (
        partner_id bigint not null constraint usage_day_partner_id_fkey references partner,
        day date not null,
        requests bigint not null,
        cost bigint not null,
        constraint usage_day_pkey primary key (partner_id, day)
      )`);
    // Not logged: every query would wait for the disk, for what is over within a day.
    await db.query(`
      create unlogged table quota_spent (
        key text not null constraint quota_spent_pkey primary key,
        minute_points integer not null,
        minute_ends_at timestamptz(3) not null,
        day_points integer not null,
        day_ends_at timestamptz(3) not null
      )`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop table quota_spent');
    await db.query('drop table usage_day');
  }
}
