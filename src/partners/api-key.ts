import { Field, ObjectType } from 'type-graphql';
import { Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn, Unique } from 'typeorm';
import { DateTime } from '../graphql/scalars.js';
import { Partner } from './partner.js';
import type { Scope } from './scope.js';

@ObjectType({ description: 'What is kept of a key: never the key itself, which is shown once.' })
@Entity('api_key')
@Unique(['prefix'])
@Index(['partnerId'])
export class ApiKey {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'BY DEFAULT' })
  id!: number;

  @ForeignKey(() => Partner)
  @Column('bigint')
  partnerId!: number;

  @Field(() => String, { description: 'The part of it that is no secret, by which it is named.' })
  @Column('text')
  prefix!: string;

  // SHA-256 of the secret, in hexadecimal. The secret has 160 random bits, which nobody guesses however fast the hash is;
  // slow hashes are for passwords, and would cost every request a tenth of a second.
  @Column('text')
  hash!: string;

  @Field(() => [String], {
    description:
      'What it may be used for: "read", "webhooks", "desk" (to write as the desk does), "admin" (to manage partners and keys).',
  })
  @Column('text', { array: true })
  scopes!: Scope[];

  @Field(() => String, { description: 'What it was made for.' })
  @Column('text')
  label!: string;

  @Column({ type: 'timestamptz', precision: 3 })
  createdAt!: Date;

  @Field(() => DateTime, {
    nullable: true,
    description: 'From this moment on it is not taken; null for a key without an end.',
  })
  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  expiresAt!: Date | null;

  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  revokedAt!: Date | null;

  // To the minute.
  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  lastUsedAt!: Date | null;

  // CIDR blocks (RFC 4632, RFC 4291) that it may be used from; empty for anywhere.
  @Column('text', { array: true })
  addressRanges!: string[];
}
