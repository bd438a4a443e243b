import { Field, Int, ObjectType } from 'type-graphql';
import { DateTime } from '../graphql/scalars.js';

@ObjectType({ description: 'Which articles a partner, or everybody, may have, and on what terms.' })
export class LicenceRecord {
  // Shown as its number.
  id!: number;

  // Shown as the slug of its partner.
  partnerId!: number | null;

  // Shown as JSON.
  filter!: Record<string, unknown>;

  // Shown as a duration.
  delaySeconds!: number;

  @Field(() => String, { description: 'What it is called.' })
  name!: string;

  @Field(() => Boolean, { description: 'Whether it holds the text too, and not headline and lede alone.' })
  text!: boolean;

  @Field(() => Boolean, { description: 'Whether it holds the media too.' })
  media!: boolean;

  @Field(() => Boolean, {
    description: 'Whether articles may be seen, though not shown, before their embargo is over.',
  })
  embargoAccess!: boolean;

  @Field(() => Boolean, { description: 'Whether it holds former versions too.' })
  history!: boolean;

  @Field(() => DateTime, { nullable: true, description: 'From when on it is valid; null for always.' })
  validFrom!: Date | null;

  @Field(() => DateTime, { nullable: true, description: 'Until just before when; null for good.' })
  validUntil!: Date | null;

  @Field(() => Int, { description: 'The revision of its last change.' })
  revision!: number;
}

@ObjectType({ description: 'What became of a licence.' })
export class LicencePayload {
  @Field(() => LicenceRecord, { description: 'The licence as it is now.' })
  licence!: LicenceRecord;
}

@ObjectType({ description: 'A licence that was taken away.' })
export class EndedLicencePayload {
  @Field(() => Int, { description: 'The number that it had.' })
  number!: number;
}
