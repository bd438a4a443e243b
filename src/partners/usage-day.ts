import { Field, Int, ObjectType } from 'type-graphql';
import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { LocalDate } from '../graphql/scalars.js';
import { Partner } from './partner.js';

@ObjectType({ description: 'What a partner has asked for in one day.' })
@Entity('usage_day')
export class UsageDay {
  @ForeignKey(() => Partner)
  @PrimaryColumn('bigint')
  partnerId!: number;

  @Field(() => LocalDate, { description: 'The day, in UTC.' })
  @PrimaryColumn('date')
  day!: string;

  @Field(() => Int, { description: 'How many requests, those refused among them.' })
  @Column('bigint')
  requests!: number;

  @Field(() => Int, { description: 'The points that they have cost.' })
  @Column('bigint')
  cost!: number;
}
