import { Field, InputType, ObjectType } from 'type-graphql';
import { Topic } from '../content/topic.js';
import { ActionInput } from './action-input.js';
import { LocalizedTextInput } from './localized-text-input.js';

@InputType({
  description: 'A topic to store, or to change: what is left out stays as it is.',
})
export class SaveTopicInput extends ActionInput {
  @Field(() => String, {
    description: 'Its slug, such as "foreign-relations": a new one for a new topic. It never changes.',
  })
  slug!: string;

  @Field(() => [LocalizedTextInput], {
    nullable: true,
    description: 'All its names; a new topic needs one at least.',
  })
  names?: LocalizedTextInput[] | null;

  @Field(() => String, { nullable: true, description: 'Slug of the topic right above it; null for the top.' })
  parent?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The IPTC Media Topic it corresponds to, such as "medtop:11000000"; null for none.',
  })
  mediaTopic?: string | null;

  @Field(() => [String], {
    nullable: true,
    description:
      'Phrases to add that file an article under it wherever they stand in the text, or among its categories.',
  })
  aliases?: string[] | null;

  @Field(() => [String], {
    nullable: true,
    description: 'Words to add that do so only as a category of a source, such as "Culture".',
  })
  categories?: string[] | null;
}

@ObjectType({ description: 'What became of a topic.' })
export class SaveTopicPayload {
  @Field(() => Topic, { description: 'The topic as it is now.' })
  topic!: Topic;
}
