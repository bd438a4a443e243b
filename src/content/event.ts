import { Field, ObjectType } from 'type-graphql';
import { Column, Entity, PrimaryGeneratedColumn, Unique } from 'typeorm';
import { Node } from '../graphql/node.js';
import { CountryCode, LocalDate } from '../graphql/scalars.js';
import type { Names } from './topic.js';

@ObjectType({
  implements: Node,
  description: 'Something that articles are about for days or years, such as a year of friendship or the SEA Games.',
})
@Entity('event')
@Unique(['slug'])
export class Event {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'BY DEFAULT' })
  id!: number;

  @Field(() => String, { description: 'A readable name for filters and links, such as "vietnam-laos-2022".' })
  @Column('text')
  slug!: string;

  @Column('jsonb')
  names!: Names;

  @Column('jsonb')
  descriptions!: Names;

  @Field(() => LocalDate, { nullable: true, description: 'Its first day, or null when it is not known.' })
  @Column('date', { nullable: true })
  startsOn!: string | null;

  @Field(() => LocalDate, { nullable: true, description: 'Its last day, or null when it has no end or none is known.' })
  @Column('date', { nullable: true })
  endsOn!: string | null;

  @Field(() => [CountryCode], { description: 'ISO 3166-1 alpha-2 codes of the countries that take part.' })
  @Column('text', { array: true })
  countries!: string[];

  @Column('bigint', { array: true })
  topicIds!: number[];
}
