import { Field, ObjectType } from 'type-graphql';
import { Check, Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn, Unique } from 'typeorm';
import { DateTime } from '../graphql/scalars.js';
import { ApiKey } from './api-key.js';

/** What lets a reader that sends no headers have one feed as the partner of a key may have it. It ends with its key. */
@ObjectType({ description: 'What is kept of a feed token: never the token itself, which is shown once.' })
@Entity('feed_token')
@Unique(['prefix'])
@Index(['keyId'])
@Index(['feedId'])
@Check('feed_token_one_feed', '(feed_id is null) <> (filter is null)')
export class FeedToken {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'BY DEFAULT' })
  id!: number;

  @ForeignKey(() => ApiKey)
  @Column('bigint')
  keyId!: number;

  @Field(() => String, { description: 'The part of it that is no secret, by which it is named.' })
  @Column('text')
  prefix!: string;

  // SHA-256 of the secret, in hexadecimal, as of a key's.
  @Column('text')
  hash!: string;

  @Field(() => String, { description: 'What it was made for.' })
  @Column('text')
  label!: string;

  // The saved feed it is for, with which it goes; null for one that is for a selection of its own.
  @ForeignKey('SavedFeed', { onDelete: 'CASCADE' })
  @Column('bigint', { nullable: true })
  feedId!: number | null;

  // That selection: an ArticleFilter in its canonical form.
  @Column('jsonb', { nullable: true })
  filter!: Record<string, unknown> | null;

  @Field(() => DateTime, { description: 'When it was made.' })
  @Column({ type: 'timestamptz', precision: 3 })
  createdAt!: Date;

  @Field(() => DateTime, { nullable: true, description: 'Since when it is revoked; null for one that is not.' })
  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  revokedAt!: Date | null;

  @Field(() => DateTime, { nullable: true, description: 'When it was last used, to the minute; null for never.' })
  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  lastUsedAt!: Date | null;
}
