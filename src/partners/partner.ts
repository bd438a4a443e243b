import { Column, Entity, PrimaryGeneratedColumn, Unique } from 'typeorm';

/** A newsroom, site or developer that has keys, and licences to what it may publish again. */
@Entity('partner')
@Unique(['slug'])
export class Partner {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'BY DEFAULT' })
  id!: number;

  @Column('text')
  slug!: string;

  @Column('text')
  name!: string;

  // ISO 3166-1 alpha-2: where it publishes, which territories are judged by.
  @Column('text', { nullable: true })
  country!: string | null;

  // Who to write to: for the desk alone.
  @Column('text', { nullable: true })
  contact!: string | null;

  // BCP 47 tags of the languages it publishes in.
  @Column('text', { array: true })
  languages!: string[];

  // Points that all its keys together may spend.
  @Column('int')
  costPerMinute!: number;

  @Column('int')
  costPerDay!: number;

  // Since when none of its keys is taken; null for a partner in good standing.
  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  suspendedAt!: Date | null;
}
