import { GraphQLURL } from 'graphql-scalars';
import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn } from 'typeorm';
import { Node } from '../graphql/node.js';
import { Article } from './article.js';

export enum MediaKind {
  PICTURE = 'picture',
  VIDEO = 'video',
  AUDIO = 'audio',
}

registerEnumType(MediaKind, {
  name: 'MediaKind',
  description: 'What a medium is.',
  valuesConfig: {
    PICTURE: { description: 'A photograph, drawing or chart.' },
    VIDEO: { description: 'Moving pictures.' },
    AUDIO: { description: 'Sound alone.' },
  },
});

/** A picture, video or sound of an article. It lies on the article's row, so that reading it costs no statement. */
@ObjectType({ implements: Node, description: 'A picture, video or sound that belongs to an article.' })
export class Media {
  id!: number;

  @Field(() => MediaKind, { description: 'What it is.' })
  kind!: MediaKind;

  @Field(() => GraphQLURL, { description: 'Where the file is.' })
  url!: string;

  @Field(() => String, { nullable: true, description: 'Its media type (RFC 6838), such as "image/jpeg".' })
  mimeType!: string | null;

  @Field(() => Int, { nullable: true, description: 'Pixels across.' })
  width!: number | null;

  @Field(() => Int, { nullable: true, description: 'Pixels down.' })
  height!: number | null;

  @Field(() => Int, { nullable: true, description: 'How long it plays, in seconds.' })
  durationSeconds!: number | null;

  @Field(() => String, { nullable: true, description: 'What it shows, for those who cannot see it.' })
  alt!: string | null;

  @Field(() => String, { nullable: true, description: 'The words to print below it.' })
  caption!: string | null;

  @Field(() => String, { nullable: true, description: 'Who made it: the line to print with it.' })
  credit!: string | null;
}

/** Gives a medium its identity, and says which article to look in for the rest. */
@Entity('media')
@Index(['articleId'])
export class MediaIdentity {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'BY DEFAULT' })
  id!: number;

  @ForeignKey(() => Article, { onDelete: 'CASCADE' })
  @Column('bigint')
  articleId!: number;

  // The same file stays the same medium through every version of its article.
  @Column('text')
  url!: string;
}
