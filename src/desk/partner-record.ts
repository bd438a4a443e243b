import { Field, Int, ObjectType } from 'type-graphql';
import { CountryCode, DateTime, Locale } from '../graphql/scalars.js';

@ObjectType({ description: 'A partner as those see it who manage partners.' })
export class PartnerRecord {
  // Of the row, which keys and licences hang on.
  id!: number;

  @Field(() => String, { description: 'Its readable name in commands, such as "lao-daily". It never changes.' })
  slug!: string;

  @Field(() => String, { description: 'Its name.' })
  name!: string;

  @Field(() => CountryCode, { nullable: true, description: 'Where it publishes, which territories are judged by.' })
  country!: string | null;

  @Field(() => String, { nullable: true, description: 'Who to write to.' })
  contact!: string | null;

  @Field(() => [Locale], { description: 'Languages it publishes in (BCP 47).' })
  languages!: string[];

  @Field(() => Int, { description: 'Points that all its keys together may spend a minute.' })
  costPerMinute!: number;

  @Field(() => Int, { description: 'Points that they may spend a day.' })
  costPerDay!: number;

  @Field(() => DateTime, {
    nullable: true,
    description: 'Since when none of its keys is taken; null in good standing.',
  })
  suspendedAt!: Date | null;
}

@ObjectType({ description: 'What became of a partner.' })
export class PartnerPayload {
  @Field(() => PartnerRecord, { description: 'The partner as it is now.' })
  partner!: PartnerRecord;
}
