import { Field, Int, ObjectType } from 'type-graphql';
import { Locale } from '../graphql/scalars.js';
import { Event } from './event.js';
import { Source } from './source.js';
import { Topic } from './topic.js';

@ObjectType({ description: 'How many articles of a list are under a topic or its descendants.' })
export class TopicCount {
  @Field(() => Topic, { description: 'The topic.' })
  topic!: Topic;

  @Field(() => Int, { description: 'How many articles.' })
  count!: number;
}

@ObjectType({ description: 'How many articles of a list are on an event.' })
export class EventCount {
  @Field(() => Event, { description: 'The event.' })
  event!: Event;

  @Field(() => Int, { description: 'How many articles.' })
  count!: number;
}

@ObjectType({ description: 'How many articles of a list come from a source.' })
export class SourceCount {
  @Field(() => Source, { description: 'The source.' })
  source!: Source;

  @Field(() => Int, { description: 'How many articles.' })
  count!: number;
}

@ObjectType({ description: 'How many articles of a list are in a language.' })
export class LanguageCount {
  @Field(() => Locale, { description: 'BCP 47 tag of the language.' })
  language!: string;

  @Field(() => Int, { description: 'How many articles.' })
  count!: number;
}

@ObjectType({
  description: 'What the articles of a list are about, on all its pages: the numbers for narrowing a search down.',
})
export class ArticleFacets {
  @Field(() => Int, {
    description: 'How many articles were counted: all of the list, or the newest 50,000 of one that is longer.',
  })
  articles!: number;

  topicCounts!: TopicCount[];

  eventCounts!: EventCount[];

  @Field(() => [SourceCount], { description: 'Sources, those with most articles first.' })
  sources!: SourceCount[];

  @Field(() => [LanguageCount], { description: 'Languages, those with most articles first.' })
  languages!: LanguageCount[];
}
