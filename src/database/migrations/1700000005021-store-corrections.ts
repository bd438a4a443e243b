import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What was wrong in former versions of articles. */
export class StoreCorrections1700000005021 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table correction (
        article_id bigint not null constraint correction_article_id_fkey references article on delete cascade,
        version integer not null,
        severity text not null
          constraint correction_severity_known check (severity in ('minor', 'substantive', 'legal')),
        note text,
        fields text[] not null,
        at timestamptz(3) not null,
        constraint correction_pkey primary key (article_id, version)
      )`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop table correction');
  }
}
