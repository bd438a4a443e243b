import { Field, InputType } from 'type-graphql';
import { DateTime, Duration } from '../graphql/scalars.js';
import type { Scope } from '../partners/scope.js';
import { ActionInput } from './action-input.js';
import { KEY_SCOPES } from './key-record.js';

@InputType({ description: 'A new key.' })
export class CreateKeyInput extends ActionInput {
  @Field(() => String, { description: 'The slug of its partner.' })
  partner!: string;

  @Field(() => String, { description: 'What it is for.' })
  label!: string;

  @Field(() => [KEY_SCOPES], { description: 'What it may be used for: one scope at least.' })
  scopes!: Scope[];

  @Field(() => DateTime, {
    nullable: true,
    description: 'From when on it is not taken; null for a key without an end.',
  })
  expiresAt?: Date | null;

  @Field(() => [String], {
    nullable: true,
    description: 'Ranges of addresses it is taken from, such as "203.0.113.0/24".',
  })
  addressRanges?: string[] | null;
}

@InputType({ description: 'Which key to replace.' })
export class RotateKeyInput extends ActionInput {
  @Field(() => String, { description: 'The prefix of the old one.' })
  prefix!: string;

  @Field(() => Duration, {
    nullable: true,
    description: 'How long the old one is taken beside the new one: at most a year, a day unless it is said.',
  })
  overlap?: string | null;
}

@InputType({ description: 'Which key.' })
export class KeyInput extends ActionInput {
  @Field(() => String, { description: 'Its prefix.' })
  prefix!: string;
}
