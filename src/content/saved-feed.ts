import { Field, ObjectType } from 'type-graphql';
import { Column, Entity, ForeignKey, PrimaryGeneratedColumn, Unique } from 'typeorm';
import { Partner } from '../partners/partner.js';
import type { Names } from './topic.js';

/** A selection that is kept under a name. Everybody's, or a partner's own: then nobody else learns that it is there. */
@ObjectType('Feed', { description: 'A selection of articles that is kept under a name, to be read as a feed.' })
@Entity('saved_feed')
// Everybody's are unique among themselves: nulls are not distinct, which TypeORM has no word for (see the migration).
@Unique(['partnerId', 'slug'])
export class SavedFeed {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'BY DEFAULT' })
  id!: number;

  // Whose it is; null for everybody's.
  @ForeignKey(() => Partner)
  @Column('bigint', { nullable: true })
  partnerId!: number | null;

  @Field(() => String, { description: 'A readable name for links, such as "lao-news".' })
  @Column('text')
  slug!: string;

  @Column('jsonb')
  names!: Names;

  @Column('jsonb')
  descriptions!: Names;

  // An ArticleFilter as GraphQL takes it, with slugs; {} for everything.
  @Column('jsonb')
  filter!: Record<string, unknown>;
}
