import { Field, Int, ObjectType } from 'type-graphql';
import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { Html } from '../graphql/scalars.js';
import { Article } from './article.js';

@ObjectType({ description: 'The text of an article.' })
@Entity('article_body')
export class ArticleBody {
  @ForeignKey(() => Article, { onDelete: 'CASCADE' })
  @PrimaryColumn('bigint')
  articleId!: number;

  @Field(() => Html, { description: 'Sanitised markup: no scripts, styles, forms or frames, and only absolute links.' })
  @Column('text')
  html!: string;

  @Field(() => String, { description: 'The same without markup, a line a paragraph.' })
  @Column('text')
  text!: string;

  @Field(() => Int, { description: 'How many words it has; in scripts without spaces, as Unicode splits them.' })
  @Column('int')
  wordCount!: number;
}
