import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The revision, and the log of what took each number (docs/decisions/0001-revision.md). */
export class CountRevisions1700000001000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table revision (
        single boolean not null constraint revision_pkey primary key constraint revision_single_row check (single),
        number bigint not null
      )`);
    await db.query('insert into revision (single, number) values (true, 0)');
    await db.query(`
      create table change (
        revision bigint not null constraint change_pkey primary key,
        happened_at timestamptz(3) not null,
        kind text not null,
        article_id bigint,
        version integer,
        reference_id bigint
      )`);
    await db.query('create index change_article_id_revision_idx on change (article_id, revision)');
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop table change');
    await db.query('drop table revision');
  }
}
