import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A partner that moved: which territories it is judged by from a revision on, and by which before. Only move-partner.ts writes them. */
@Entity('country_change')
export class CountryChange {
  @PrimaryColumn('bigint')
  partnerId!: number;

  @PrimaryColumn('bigint')
  revision!: number;

  @Column({ type: 'timestamptz', precision: 3 })
  happenedAt!: Date;

  // ISO 3166-1 alpha-2; null where it is not known.
  @Column('text', { nullable: true })
  former!: string | null;

  @Column('text', { nullable: true })
  country!: string | null;
}
