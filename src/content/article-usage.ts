import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { CountryCode, DateTime } from '../graphql/scalars.js';
import { ArticleUse } from './article-rights.js';

registerEnumType(ArticleUse, {
  name: 'ArticleUse',
  description: 'A way of publishing.',
  valuesConfig: {
    WEB: { description: 'On sites and in apps.' },
    PRINT: { description: 'On paper.' },
    BROADCAST: { description: 'On radio and television.' },
    SOCIAL: { description: 'On social networks.' },
  },
});

@ObjectType({ description: 'What you may do with an article, by your licences and by its own rights.' })
export class ArticleUsage {
  @Field(() => Boolean, {
    description: 'Whether you may publish its headline and lede now: not while it is under embargo.',
  })
  mayPublish!: boolean;

  @Field(() => Boolean, { description: 'Whether you may publish its text now.' })
  mayPublishText!: boolean;

  @Field(() => Boolean, { description: 'Whether you may publish its media now.' })
  mayPublishMedia!: boolean;

  @Field(() => String, { description: 'The words to print with it.' })
  creditLine!: string;

  @Field(() => Boolean, { description: 'Whether the credit line must be printed.' })
  creditRequired!: boolean;

  @Field(() => Boolean, { description: 'Whether it may be translated.' })
  mayTranslate!: boolean;

  @Field(() => Boolean, { description: 'Whether it may be shortened or rewritten.' })
  mayEdit!: boolean;

  @Field(() => [ArticleUse], { description: 'Where it may be published.' })
  uses!: ArticleUse[];

  @Field(() => [CountryCode], {
    nullable: true,
    description: 'ISO 3166-1 alpha-2 codes of the only countries it may be published in; null for no such limit.',
  })
  onlyIn!: string[] | null;

  @Field(() => [CountryCode], {
    description: 'ISO 3166-1 alpha-2 codes of the countries it must not be published in.',
  })
  notIn!: string[];

  @Field(() => Int, {
    nullable: true,
    description: 'For how many days after its publication a copy may be kept; null for no limit.',
  })
  archiveDays!: number | null;

  @Field(() => String, {
    nullable: true,
    description: 'Further terms of use in words, for a person to read: they count too; null for none.',
  })
  terms!: string | null;

  @Field(() => DateTime, {
    nullable: true,
    description: 'When you have to take it down: your licences or the article end; null for no end that is known.',
  })
  until!: Date | null;

  @Field(() => Boolean, { description: 'Whether you see it ahead of its embargo, and must not publish it yet.' })
  underEmbargo!: boolean;

  @Field(() => DateTime, {
    nullable: true,
    description: 'When its embargo is over, if it is under one; null too for an embargo without an end.',
  })
  embargoedUntil!: Date | null;
}
