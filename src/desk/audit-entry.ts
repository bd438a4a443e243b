import { Field, ID, ObjectType } from 'type-graphql';
import { Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn, Unique } from 'typeorm';
import { DateTime } from '../graphql/scalars.js';
import { Partner } from '../partners/partner.js';

/** Who did what, when. Written in the transaction that did it, and never altered. */
@ObjectType({ description: 'Something that somebody did with a key, or on the command line.' })
@Entity('audit_entry')
@Unique(['actor', 'clientKey'])
@Index(['actor', 'id'])
// TypeORM knows no GIN indexes: see the migration.
@Index('audit_entry_subjects_idx', { synchronize: false })
export class AuditEntry {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'BY DEFAULT' })
  id!: number;

  @Field(() => DateTime, { description: 'When, in UTC.' })
  @Column({ type: 'timestamptz', precision: 3 })
  happenedAt!: Date;

  // Null for the command line.
  @ForeignKey(() => Partner)
  @Column('bigint', { nullable: true })
  partnerId!: number | null;

  @Field(() => String, { description: 'Who: the slug of the partner, or "command line".' })
  @Column('text')
  actor!: string;

  @Field(() => String, {
    nullable: true,
    description: 'The key, by the part that is no secret; null on the command line.',
  })
  @Column('text', { nullable: true })
  keyPrefix!: string | null;

  @Field(() => String, { description: 'What was done, as the mutation is called: "setEmbargo".' })
  @Column('text')
  action!: string;

  // What was asked for, long texts cut short.
  @Column('jsonb')
  input!: unknown;

  @Field(() => [ID], { description: 'What it was done to: node(id) finds it.' })
  @Column('text', { array: true })
  subjects!: string[];

  // Taken away 90 days later, when it may be used anew.
  @Column('text', { nullable: true })
  clientKey!: string | null;

  // SHA-256, in base64url, of the action and its whole input.
  @Column('text')
  fingerprint!: string;

  @Column('jsonb', { nullable: true })
  result!: unknown;
}
