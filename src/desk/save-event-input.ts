import { Field, InputType, ObjectType } from 'type-graphql';
import { Event } from '../content/event.js';
import { CountryCode, LocalDate } from '../graphql/scalars.js';
import { ActionInput } from './action-input.js';
import { LocalizedTextInput } from './localized-text-input.js';

@InputType({ description: 'An event to store, or to change: what is left out stays as it is.' })
export class SaveEventInput extends ActionInput {
  @Field(() => String, {
    description: 'Its slug, such as "sea-games-31": a new one for a new event. It never changes.',
  })
  slug!: string;

  @Field(() => [LocalizedTextInput], {
    nullable: true,
    description: 'All its names; a new event needs one at least.',
  })
  names?: LocalizedTextInput[] | null;

  @Field(() => [LocalizedTextInput], { nullable: true, description: 'All its descriptions.' })
  descriptions?: LocalizedTextInput[] | null;

  @Field(() => LocalDate, { nullable: true, description: 'Its first day; null when it is not known.' })
  startsOn?: string | null;

  @Field(() => LocalDate, { nullable: true, description: 'Its last day; null for no end, or when it is not known.' })
  endsOn?: string | null;

  @Field(() => [CountryCode], { nullable: true, description: 'All countries that take part.' })
  countries?: string[] | null;

  @Field(() => [String], { nullable: true, description: 'Slugs of all its topics.' })
  topics?: string[] | null;

  @Field(() => [String], { nullable: true, description: 'Phrases to add that file an article on it.' })
  aliases?: string[] | null;
}

@ObjectType({ description: 'What became of an event.' })
export class SaveEventPayload {
  @Field(() => Event, { description: 'The event as it is now.' })
  event!: Event;
}
