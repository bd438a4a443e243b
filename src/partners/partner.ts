import { Field, ObjectType } from 'type-graphql';
import { Column, Entity, PrimaryGeneratedColumn, Unique } from 'typeorm';
import { CountryCode, Locale } from '../graphql/scalars.js';

@ObjectType({
  description: 'A newsroom, site or developer that has keys, and licences to what it may publish again.',
})
@Entity('partner')
@Unique(['slug'])
export class Partner {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'BY DEFAULT' })
  id!: number;

  @Field(() => String, { description: 'A readable name, such as "lao-daily".' })
  @Column('text')
  slug!: string;

  @Field(() => String, { description: 'What it is called.' })
  @Column('text')
  name!: string;

  @Field(() => CountryCode, { nullable: true, description: 'Where it publishes, which territories are judged by.' })
  @Column('text', { nullable: true })
  country!: string | null;

  // Who to write to: for the desk alone.
  @Column('text', { nullable: true })
  contact!: string | null;

  @Field(() => [Locale], { description: 'The languages it publishes in.' })
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
