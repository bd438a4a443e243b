import { Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn, Unique } from 'typeorm';
import { Partner } from '../partners/partner.js';

/** Who did what, when. Written in the transaction that did it, and never altered. */
@Entity('audit_entry')
@Unique(['actor', 'clientKey'])
@Index(['actor', 'id'])
// TypeORM knows no GIN indexes: see the migration.
@Index('audit_entry_subjects_idx', { synchronize: false })
export class AuditEntry {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'BY DEFAULT' })
  id!: number;

  @Column({ type: 'timestamptz', precision: 3 })
  happenedAt!: Date;

  // Null for the command line.
  @ForeignKey(() => Partner)
  @Column('bigint', { nullable: true })
  partnerId!: number | null;

  // The partner's slug, or "command line".
  @Column('text')
  actor!: string;

  @Column('text', { nullable: true })
  keyPrefix!: string | null;

  @Column('text')
  action!: string;

  // What was asked for, long texts cut short.
  @Column('jsonb')
  input!: unknown;

  // Global ids of what it was done to.
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
