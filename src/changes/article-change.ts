import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { DateTime } from '../graphql/scalars.js';
import { PageInfo } from '../graphql/page.js';

/** What a reader has to do to its copy. */
export enum ArticleChangeKind {
  ENTERED = 'entered',
  UPDATED = 'updated',
  CORRECTED = 'corrected',
  WITHDRAWN = 'withdrawn',
  EXPIRED = 'expired',
  LEFT = 'left',
}

registerEnumType(ArticleChangeKind, {
  name: 'ArticleChangeKind',
  description: 'What you have to do to your copy.',
  valuesConfig: {
    ENTERED: { description: 'Store the article: it is new to you, however old it is.' },
    UPDATED: {
      description:
        'Store the article over the one that you have: it is another version, or you may have more of it, or less, than before.',
    },
    CORRECTED: { description: 'Store the article over the one that you have, which was wrong, and say so to readers.' },
    WITHDRAWN: { description: 'Take the article down and delete it: it must not be shown again.' },
    EXPIRED: { description: 'Take the article down and delete it: its time is over.' },
    LEFT: { description: 'Delete the article: it is not in the filter any more, or not yours to have.' },
  },
});

@ObjectType({ description: 'One thing to do to your copy.' })
export class ArticleChange {
  @Field(() => ArticleChangeKind, { description: 'What to do.' })
  kind!: ArticleChangeKind;

  @Field(() => Int, { description: 'The number that the change took: a later one is a later change.' })
  revision!: number;

  @Field(() => DateTime, { description: 'When it happened, in UTC.' })
  at!: Date;

  @Field(() => Int, { description: 'The version that the change made; article may be a later one.' })
  version!: number;

  @Field(() => Boolean, {
    description:
      'Whether you have been told before: a withdrawal that you have not acknowledged for an hour comes again, up to 100 of them on top of first, until you have.',
  })
  redelivery!: boolean;

  // Shown to partners as a global id.
  articleKey!: number;

  // The version that the reader had; null where it had none.
  formerVersion!: number | null;

  // Fields that the reader may have from now on, or no longer, whatever the version.
  sharedFields!: string[];
}

@ObjectType({ description: 'A change, with its place in the log.' })
export class ChangeEdge {
  @Field(() => String, { description: 'Its place: give it as after to go on behind it.' })
  cursor!: string;

  @Field(() => ArticleChange, { description: 'The change.' })
  node!: ArticleChange;
}

@ObjectType({
  description: 'What to do to your copy, in order; a page may be short, and even empty, with more to come.',
})
export class ChangeConnection {
  @Field(() => [ChangeEdge], { description: 'The changes of this page, each with its cursor.' })
  edges!: ChangeEdge[];

  @Field(() => [ArticleChange], { description: 'The changes of this page.' })
  nodes!: ArticleChange[];

  @Field(() => PageInfo, {
    description:
      'Where this page stands. Keep endCursor, which is always there: it is where to go on, now or in a month. hasNextPage: more is there already.',
  })
  pageInfo!: PageInfo;

  @Field(() => Int, {
    nullable: true,
    description:
      'The revision at which your copy stands after this page; null before the end of a full copy or of a latestOnly run.',
  })
  revision!: number | null;
}
