import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { LocalDate } from '../graphql/scalars.js';

/** What a digest sums up apart. */
export enum DigestSpan {
  DAY = 'DAY',
}

registerEnumType(DigestSpan, {
  name: 'DigestSpan',
  description: 'What a digest sums up apart.',
  valuesConfig: { DAY: { description: 'Days of publication, in UTC.' } },
});

@ObjectType({ description: 'What a copy has of one day.' })
export class DayDigest {
  @Field(() => LocalDate, { description: 'The day on which the articles were published, in UTC.' })
  day!: string;

  @Field(() => Int, { description: 'How many articles.' })
  count!: number;

  @Field(() => String, {
    description:
      'SHA-256, in small hexadecimal digits, of a line for each article: its id, a space, its version. Lines are sorted by their bytes and joined by a line feed, with none at the end.',
  })
  hash!: string;
}

@ObjectType({ description: 'What a complete copy has, to compare one with.' })
export class SyncDigest {
  @Field(() => Int, {
    description: 'The revision that it is true of: compare a copy of which changes has told the same revision.',
  })
  revision!: number;

  @Field(() => Int, { description: 'How many articles in all.' })
  count!: number;

  @Field(() => [DayDigest], { description: 'The days that have articles, the first first.' })
  days!: DayDigest[];
}
