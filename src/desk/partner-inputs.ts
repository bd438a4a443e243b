import { Field, InputType, Int } from 'type-graphql';
import { CountryCode, Locale } from '../graphql/scalars.js';
import { ActionInput } from './action-input.js';

@InputType()
abstract class AboutPartner extends ActionInput {
  @Field(() => String, { description: 'Its slug, such as "lao-daily".' })
  slug!: string;

  @Field(() => CountryCode, { nullable: true, description: 'Where it publishes (ISO 3166-1 alpha-2).' })
  country?: string | null;

  @Field(() => String, { nullable: true, description: 'Who to write to.' })
  contact?: string | null;

  @Field(() => [Locale], { nullable: true, description: 'Languages it publishes in (BCP 47).' })
  languages?: string[] | null;

  @Field(() => Int, { nullable: true, description: 'Points it may spend a minute; the usual ones for a new partner.' })
  costPerMinute?: number | null;

  @Field(() => Int, { nullable: true, description: 'Points it may spend a day; the usual ones for a new partner.' })
  costPerDay?: number | null;
}

@InputType({ description: 'A new partner, who has neither keys nor licences yet.' })
export class CreatePartnerInput extends AboutPartner {
  @Field(() => String, { description: 'Its name.' })
  name!: string;
}

@InputType({ description: 'What changes of a partner: what is left out stays as it is.' })
export class UpdatePartnerInput extends AboutPartner {
  @Field(() => String, { nullable: true, description: 'Its name.' })
  name?: string | null;
}

@InputType({ description: 'Which partner.' })
export class PartnerInput extends ActionInput {
  @Field(() => String, { description: 'Its slug.' })
  slug!: string;
}
