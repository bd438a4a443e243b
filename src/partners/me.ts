import { Field, Int, ObjectType } from 'type-graphql';
import { DateTime } from '../graphql/scalars.js';
import { ApiKey } from './api-key.js';
import { Partner } from './partner.js';

@ObjectType({ description: 'Who you are to the gateway, what you may have, and what you may spend.' })
export class Me {
  @Field(() => Partner, { nullable: true, description: 'The partner of the key; null for a visitor.' })
  partner!: Partner | null;

  @Field(() => ApiKey, { nullable: true, description: 'The key that you sent; null for a visitor.' })
  key!: ApiKey | null;
}

@ObjectType({ description: 'How many points you may spend (docs/costs.md), with all your keys together.' })
export class Quota {
  @Field(() => Int, { description: 'Points in a minute, which begins with your first query after the one before.' })
  perMinute!: number;

  @Field(() => Int, { description: 'Points in a day, likewise.' })
  perDay!: number;

  @Field(() => Int, {
    nullable: true,
    description:
      'Points that are left, of the minute or the day, whichever has less; this query, and others under way, are taken off with all that they may cost.',
  })
  remaining!: number | null;

  @Field(() => DateTime, { nullable: true, description: 'When all the points of that minute or day are there again.' })
  resets!: Date | null;
}
