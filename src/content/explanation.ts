import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';

/** What decides whether somebody may have an article. */
export enum AccessRule {
  STANDING = 'standing',
  WITHDRAWAL = 'withdrawal',
  EXPIRY = 'expiry',
  TERRITORY = 'territory',
  DATES = 'dates',
  EMBARGO = 'embargo',
  DELAY = 'delay',
  TOPICS = 'topics',
  EVENTS = 'events',
  SOURCES = 'sources',
  COUNTRIES = 'countries',
  LANGUAGES = 'languages',
  PUBLISHED = 'published',
  UPDATED = 'updated',
  MEDIA = 'media',
  TEXT = 'text',
  FILTER = 'filter',
}

registerEnumType(AccessRule, {
  name: 'AccessRule',
  description: 'What decides whether somebody may have an article.',
  valuesConfig: {
    STANDING: { description: 'Whether the partner is suspended.' },
    WITHDRAWAL: { description: 'Whether the article is withdrawn.' },
    EXPIRY: { description: 'Whether its time is over.' },
    TERRITORY: { description: 'Whether its rights allow the country.' },
    DATES: { description: 'Whether the licence has begun and has not ended.' },
    EMBARGO: { description: 'Whether the embargo is over, or the licence looks behind it.' },
    DELAY: { description: 'Whether the article is as old as the licence asks.' },
    TOPICS: { description: 'Whether its topics meet the filter of the licence.' },
    EVENTS: { description: 'Whether its events meet it.' },
    SOURCES: { description: 'Whether its source meets it.' },
    COUNTRIES: { description: 'Whether its countries meet it.' },
    LANGUAGES: { description: 'Whether its language meets it.' },
    PUBLISHED: { description: 'Whether its time of publication meets it.' },
    UPDATED: { description: 'Whether the time of its last update meets it.' },
    MEDIA: { description: 'Whether its media meet it.' },
    TEXT: { description: 'Whether its words meet it.' },
    FILTER: { description: 'Whether the filter of the licence can be read.' },
  },
});

@ObjectType({ description: 'One rule, and whether an article passes it.' })
export class ExplainedRule {
  @Field(() => AccessRule, { description: 'What is asked.' })
  rule!: AccessRule;

  @Field(() => Boolean, { description: 'Whether it lets the article through.' })
  passed!: boolean;

  @Field(() => String, { description: 'Why, in words.' })
  why!: string;
}

@ObjectType({ description: 'What a licence means for an article.' })
export class ExplainedLicence {
  @Field(() => Int, { description: 'Its number.' })
  number!: number;

  @Field(() => String, { description: 'What it is called.' })
  name!: string;

  @Field(() => Boolean, { description: 'Whether it is everybody’s.' })
  isPublic!: boolean;

  @Field(() => Boolean, { description: 'Whether it is for the article now: all of its rules let it through.' })
  grants!: boolean;

  @Field(() => [ExplainedRule], { description: 'Its rules.' })
  rules!: ExplainedRule[];
}

@ObjectType({
  description: 'Why somebody may have an article, or may not: all rules must let it through, and one licence at least.',
})
export class Explanation {
  @Field(() => Boolean, { description: 'Whether they may have it now.' })
  visible!: boolean;

  @Field(() => String, { description: 'The answer in one sentence.' })
  verdict!: string;

  @Field(() => [ExplainedRule], { description: 'The rules that hold whatever a licence says.' })
  rules!: ExplainedRule[];

  @Field(() => [ExplainedLicence], { description: 'The licences that there are for them, public ones among them.' })
  licences!: ExplainedLicence[];
}
