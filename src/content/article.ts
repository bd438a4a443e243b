import { GraphQLURL } from 'graphql-scalars';
import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn } from 'typeorm';
import { Node } from '../graphql/node.js';
import { CountryCode, DateTime, Locale } from '../graphql/scalars.js';
import type { ArticleRights } from './article-rights.js';
import type { Media } from './media.js';
import { Source } from './source.js';
import { Story } from './story.js';

export enum ArticleStatus {
  PUBLISHED = 'published',
  CORRECTED = 'corrected',
  WITHDRAWN = 'withdrawn',
}

registerEnumType(ArticleStatus, {
  name: 'ArticleStatus',
  description: 'Whether an article may be shown to readers.',
  valuesConfig: {
    PUBLISHED: { description: 'It may be shown.' },
    CORRECTED: { description: 'It may be shown, and an earlier version of it was wrong.' },
    WITHDRAWN: { description: 'It must be taken down, and must not be shown again.' },
  },
});

/** The narrow row: all that lists show, and the ids of what hangs on it. Its body lies beside it (ArticleBody). */
@ObjectType({ implements: Node, description: 'One language version of a story.' })
@Entity('article')
@Index(['publishedAt', 'id'])
@Index(['updatedAt', 'id'])
@Index(['language', 'publishedAt', 'id'])
@Index(['sourceId', 'publishedAt', 'id'])
@Index(['sourceId', 'language', 'publishedAt', 'id'])
@Index(['storyId'])
export class Article {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'BY DEFAULT' })
  id!: number;

  @ForeignKey(() => Story)
  @Column('bigint')
  storyId!: number;

  @ForeignKey(() => Source)
  @Column('bigint')
  sourceId!: number;

  @Field(() => Locale, { description: 'BCP 47 tag of the language it is written in.' })
  @Column('text')
  language!: string;

  @Field(() => String, { description: 'Plain text, without markup.' })
  @Column('text')
  headline!: string;

  @Field(() => String, { nullable: true, description: 'The opening or summary, as plain text.' })
  @Column('text', { nullable: true })
  lede!: string | null;

  @Field(() => GraphQLURL, { nullable: true, description: 'Where the publisher shows it: link to it as the original.' })
  @Column('text', { nullable: true })
  url!: string | null;

  @Field(() => [String], { description: 'Who wrote it, a name each.' })
  @Column('text', { array: true })
  bylines!: string[];

  @Field(() => DateTime, { description: 'When the publisher first showed it, in UTC.' })
  @Column({ type: 'timestamptz', precision: 3 })
  publishedAt!: Date;

  @Field(() => DateTime, { description: 'When the publisher last changed it, in UTC.' })
  @Column({ type: 'timestamptz', precision: 3 })
  updatedAt!: Date;

  @Field(() => Int, { description: 'Counts what partners could notice, from 1.' })
  @Column('int')
  version!: number;

  @Field(() => ArticleStatus, { description: 'Check this before showing an article that you have stored.' })
  @Column('text')
  status!: ArticleStatus;

  @Field(() => Int, { nullable: true, description: 'IPTC news urgency: 1 is high, 9 is low.' })
  @Column('smallint', { nullable: true })
  urgency!: number | null;

  // Its own credit line; null where the source's stands in.
  @Column('text', { nullable: true })
  credit!: string | null;

  // What it is filed under itself, main topic first: ancestors are found in memory.
  @Column('bigint', { array: true })
  topicIds!: number[];

  @Column('bigint', { array: true })
  eventIds!: number[];

  @Field(() => [CountryCode], { description: 'ISO 3166-1 alpha-2 codes of the countries it is about.' })
  @Column('text', { array: true })
  countries!: string[];

  @Column('jsonb')
  media!: Media[];

  // Not to be shown before this moment; 'infinity' for an embargo without an end.
  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  embargoedUntil!: Date | null;

  // Not to be shown from this moment on.
  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  expiresAt!: Date | null;

  // What it allows by itself, before any licence.
  @Column('jsonb', { default: {} })
  rights!: ArticleRights;
}
