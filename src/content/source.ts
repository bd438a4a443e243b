import { GraphQLURL } from 'graphql-scalars';
import { Field, ObjectType } from 'type-graphql';
import { Column, Entity, PrimaryGeneratedColumn, Unique } from 'typeorm';
import { Node } from '../graphql/node.js';
import { CountryCode, Locale } from '../graphql/scalars.js';
import type { Names } from './topic.js';

@ObjectType({ implements: Node, description: 'A newsroom whose articles the gateway passes on.' })
@Entity('source')
@Unique(['slug'])
export class Source {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'BY DEFAULT' })
  id!: number;

  @Field(() => String, { description: 'A readable name for filters and links, such as "foreign-desk".' })
  @Column('text')
  slug!: string;

  @Column('jsonb')
  names!: Names;

  @Field(() => GraphQLURL, { nullable: true, description: 'Its own site.' })
  @Column('text', { nullable: true })
  homepage!: string | null;

  @Field(() => CountryCode, { nullable: true, description: 'ISO 3166-1 alpha-2 code of the country it works from.' })
  @Column('text', { nullable: true })
  country!: string | null;

  @Field(() => [Locale], { description: 'BCP 47 tags of the languages it publishes in.' })
  @Column('text', { array: true })
  languages!: string[];

  // The line to print with its articles, where an article does not bring its own.
  @Column('text', { nullable: true })
  credit!: string | null;

  // Where it is polled, and in what format and how often; null for a source that is only pushed or ingested by hand.
  @Column('text', { nullable: true })
  feedUrl!: string | null;

  @Column('text')
  feedFormat!: string;

  @Column('int')
  pollSeconds!: number;
}
