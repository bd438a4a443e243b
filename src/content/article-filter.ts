import { Field, InputType, registerEnumType } from 'type-graphql';
import { DateOrDateTime, Duration, LocalDate, Locale, TimeZone } from '../graphql/scalars.js';
import { MediaKind } from './media.js';

@InputType({ description: 'Terms that an article must carry: any of these, all of these, none of these.' })
export class TermFilter {
  @Field(() => [String], { nullable: true, description: 'At least one of them.' })
  any?: string[] | null;

  @Field(() => [String], { nullable: true, description: 'Every one of them.' })
  all?: string[] | null;

  @Field(() => [String], { nullable: true, description: 'Not one of them.' })
  none?: string[] | null;

  @Field(() => Boolean, {
    nullable: true,
    defaultValue: false,
    description:
      'Whether a topic stands for itself alone, and not for its descendants too. Nothing but topics has descendants.',
  })
  exact?: boolean | null;
}

@InputType({
  description: 'A span of time. from is included, to is not. A date without a time is a day in timeZone.',
})
export class DateRange {
  @Field(() => DateOrDateTime, {
    nullable: true,
    description: 'The first moment of the span; a day begins at midnight.',
  })
  from?: string | null;

  @Field(() => DateOrDateTime, {
    nullable: true,
    description: 'The moment at which the span is over; a day is not in it any more.',
  })
  to?: string | null;

  @Field(() => LocalDate, { nullable: true, description: 'One whole day. Not together with from, to or last.' })
  on?: string | null;

  @Field(() => Duration, {
    nullable: true,
    description: 'The time until now, such as "P7D". Not together with from, to or on.',
  })
  last?: string | null;

  @Field(() => TimeZone, {
    nullable: true,
    defaultValue: 'UTC',
    description: 'IANA time zone of dates without a time, such as "Asia/Ho_Chi_Minh".',
  })
  timeZone?: string | null;
}

@InputType({
  description:
    'Which articles. Every field given must hold (AND); the same input serves queries, feeds, embeds, webhooks and subscriptions.',
})
export class ArticleFilter {
  @Field(() => String, {
    nullable: true,
    description:
      'Words, "a phrase", -without (beside words to find). Accents typed are accents meant; accents left out match any.',
  })
  text?: string | null;

  @Field(() => TermFilter, {
    nullable: true,
    description: 'Slugs of topics; a topic stands for its descendants too, unless exact.',
  })
  topics?: TermFilter | null;

  @Field(() => TermFilter, { nullable: true, description: 'Slugs of events.' })
  events?: TermFilter | null;

  @Field(() => TermFilter, { nullable: true, description: 'Slugs of sources.' })
  sources?: TermFilter | null;

  @Field(() => TermFilter, { nullable: true, description: 'ISO 3166-1 alpha-2 codes of what the article is about.' })
  countries?: TermFilter | null;

  @Field(() => [Locale], { nullable: true, description: 'BCP 47 tags; "zh" takes "zh-Hans" too.' })
  languages?: string[] | null;

  @Field(() => DateRange, { nullable: true, description: 'When it was published.' })
  published?: DateRange | null;

  @Field(() => DateRange, { nullable: true, description: 'When it was last changed.' })
  updated?: DateRange | null;

  @Field(() => [MediaKind], { nullable: true, description: 'It has at least one medium of one of these kinds.' })
  hasMedia?: MediaKind[] | null;
}

export enum ArticleOrder {
  NEWEST = 'NEWEST',
  OLDEST = 'OLDEST',
  RECENTLY_UPDATED = 'RECENTLY_UPDATED',
  RELEVANCE = 'RELEVANCE',
}

registerEnumType(ArticleOrder, {
  name: 'ArticleOrder',
  description: 'The order of a list of articles. Ties are settled, so that a cursor never skips or repeats.',
  valuesConfig: {
    NEWEST: { description: 'Latest published first.' },
    OLDEST: { description: 'First published first.' },
    RECENTLY_UPDATED: { description: 'Latest changed first.' },
    RELEVANCE: { description: 'What fits the text best first, of the newest 2,000 that do. Needs filter.text.' },
  },
});
