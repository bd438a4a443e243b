import { ObjectType } from 'type-graphql';
import { Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn } from 'typeorm';
import { Node } from '../graphql/node.js';
import { Source } from './source.js';

@ObjectType({
  implements: Node,
  description:
    'What the language versions of the same news share. An article without translations is a story of its own.',
})
@Entity('story')
@Index(['sourceId', 'identity'], { unique: true, where: 'identity is not null' })
export class Story {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'BY DEFAULT' })
  id!: number;

  @ForeignKey(() => Source)
  @Column('bigint')
  sourceId!: number;

  // What the source calls the story in every language; null when it does not say which articles are translations.
  @Column('text', { nullable: true })
  identity!: string | null;
}
