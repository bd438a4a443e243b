import { Field, Int, ObjectType } from 'type-graphql';
import { Article } from '../content/article.js';

/** What is answered to whoever has changed an article. */
@ObjectType()
export abstract class ArticlePayload {
  @Field(() => Article, {
    nullable: true,
    description:
      'The article as it is now. Null when it has been withdrawn since, which a clientKey sent again may find.',
  })
  article!: Article | null;

  @Field(() => Int, { description: 'The version that this made, or found.' })
  version!: number;

  @Field(() => Boolean, { description: 'False where everything was so already, and partners hear of nothing.' })
  changed!: boolean;
}

@ObjectType({ description: 'What became of a new article.' })
export class PublishArticlePayload extends ArticlePayload {}

@ObjectType({ description: 'What became of changes to an article.' })
export class UpdateArticlePayload extends ArticlePayload {}

@ObjectType({ description: 'What became of an embargo.' })
export class SetEmbargoPayload extends ArticlePayload {}

@ObjectType({ description: 'What became of an expiry.' })
export class SetExpiryPayload extends ArticlePayload {}

@ObjectType({ description: 'What an article is filed under now.' })
export class FileArticlePayload extends ArticlePayload {}
