import { Field, Int, ObjectType } from 'type-graphql';
import { TextPiece } from './compare-texts.js';

@ObjectType({ description: 'What is different between two versions of an article, word by word.' })
export class ArticleDiff {
  @Field(() => Int, { description: 'The version compared from.' })
  from!: number;

  @Field(() => Int, { description: 'The version compared to.' })
  to!: number;

  @Field(() => [TextPiece], { description: 'The headlines.' })
  headline!: TextPiece[];

  @Field(() => [TextPiece], { description: 'The ledes; nothing where neither has one.' })
  lede!: TextPiece[];

  @Field(() => [TextPiece], {
    nullable: true,
    description:
      'The texts without markup, by paragraphs where they are long; null where no licence of yours holds them both.',
  })
  text!: TextPiece[] | null;
}
