import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A licence is everybody's, or that of a partner that there is. One of no partner granted nothing to anybody. */
export class HoldLicencesToPartners1700000005090 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query('delete from licence where partner_id is not null and partner_id not in (select id from partner)');
    await db.query(
      'alter table licence add constraint licence_partner_id_fkey foreign key (partner_id) references partner',
    );
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('alter table licence drop constraint licence_partner_id_fkey');
  }
}
