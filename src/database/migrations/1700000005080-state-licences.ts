import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What licences let readers have after each change, and what time will make of them (docs/decisions/0014-licences-in-the-log.md). */
export class StateLicences1700000005080 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table licence_state (
        licence_id bigint not null,
        revision bigint not null,
        happened_at timestamptz(3) not null,
        partner_id bigint,
        filter jsonb not null,
        text boolean not null,
        media boolean not null,
        embargo_access boolean not null,
        delay_seconds integer not null,
        in_force boolean not null,
        constraint licence_state_pkey primary key (licence_id, revision)
      )`);
    await db.query('create index licence_state_partner_id_idx on licence_state (partner_id)');
    await db.query(`
      insert into licence_state
      select id, revision, now(), partner_id, filter, text, media, embargo_access, delay_seconds,
        coalesce(valid_from <= now(), true) and coalesce(valid_until > now(), true)
      from licence`);
    await db.query(`
      create table due_licence (
        licence_id bigint constraint due_licence_pkey primary key,
        due_at timestamptz(3) not null
      )`);
    await db.query('create index due_licence_due_at_idx on due_licence (due_at)');
    await db.query(`
      insert into due_licence
      select id, case when valid_from > now() then valid_from else valid_until end
      from licence where valid_from > now() or valid_until > now()`);
    await db.query(`
      create table country_change (
        partner_id bigint not null,
        revision bigint not null,
        happened_at timestamptz(3) not null,
        former text,
        country text,
        constraint country_change_pkey primary key (partner_id, revision)
      )`);
    await db.query(
      'alter table due_change drop constraint due_change_pkey, add constraint due_change_pkey primary key (article_id, kind, due_at)',
    );
    await db.query(`
      insert into due_change (article_id, kind, due_at)
      select article.id, 'delay_over', article.published_at + make_interval(secs => delay.delay_seconds)
      from article, (select distinct delay_seconds from licence where delay_seconds > 0) delay
      where article.published_at + make_interval(secs => delay.delay_seconds) > now() and article.status <> 'withdrawn'`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`delete from due_change where kind = 'delay_over'`);
    await db.query(
      'alter table due_change drop constraint due_change_pkey, add constraint due_change_pkey primary key (article_id, kind)',
    );
    await db.query('drop table country_change');
    await db.query('drop table due_licence');
    await db.query('drop table licence_state');
  }
}
