import { Field, Int, ObjectType } from 'type-graphql';
import { connectionOf } from '../content/page-of-known.js';
import { DateTime } from '../graphql/scalars.js';

@ObjectType('ArticleVersion', { description: 'An article as it was for a time, or is now.' })
export class HistoryVersion {
  // The same number, which pages are ordered by.
  id!: number;

  @Field(() => Int, { description: 'Its number; some may be left out, such as one that was withdrawn.' })
  version!: number;

  @Field(() => DateTime, { description: 'Since when the article was so here, in UTC.' })
  at!: Date;

  @Field(() => DateTime, {
    nullable: true,
    description: 'When the next version took its place, in UTC; null for the present one.',
  })
  replacedAt!: Date | null;

  // The version before that the reader may have; null for the first.
  formerVersion!: number | null;

  articleKey!: number;

  // Whether a licence of the reader's holds its text.
  text!: boolean;
}

export const ArticleVersionConnection = connectionOf(HistoryVersion, 'Version');
