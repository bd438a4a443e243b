import { Field, InputType } from 'type-graphql';
import { Locale } from '../graphql/scalars.js';

@InputType({ description: 'A text in one language.' })
export class LocalizedTextInput {
  @Field(() => Locale, { description: 'BCP 47 tag.' })
  language!: string;

  @Field(() => String, { description: 'Plain text, without markup.' })
  text!: string;
}
