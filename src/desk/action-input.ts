import { Field, InputType } from 'type-graphql';

@InputType()
export abstract class ActionInput {
  @Field(() => String, {
    nullable: true,
    description:
      'Any text of 1 to 200 characters that you make once for this intent: sent again, also at the same time, it does nothing and is answered as the first was. Kept 90 days.',
  })
  clientKey?: string | null;
}
