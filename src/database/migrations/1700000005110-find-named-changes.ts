import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The last change of a topic, an event, a source or a licence is asked for with every page of changes, among millions of articles'. */
export class FindNamedChanges1700000005110 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query('create index change_named_idx on change (revision) where reference_id is not null');
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop index change_named_idx');
  }
}
