import { Field, ObjectType } from 'type-graphql';
import { Column, Entity, ForeignKey, PrimaryGeneratedColumn, Unique } from 'typeorm';
import { Node } from '../graphql/node.js';

/** A name in several languages: BCP 47 tag to text. */
export type Names = Record<string, string>;

@ObjectType({ implements: Node, description: 'A subject that articles are filed under. Topics form a tree.' })
@Entity('topic')
@Unique(['slug'])
@Unique(['mediaTopic'])
export class Topic {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'BY DEFAULT' })
  id!: number;

  @Field(() => String, { description: 'A readable name for filters and links, such as "foreign-relations".' })
  @Column('text')
  slug!: string;

  @ForeignKey(() => Topic)
  @Column('bigint', { nullable: true })
  parentId!: number | null;

  @Field(() => String, {
    nullable: true,
    description: 'The IPTC Media Topic it corresponds to, such as "medtop:11000000", or null where IPTC has none.',
  })
  @Column('text', { nullable: true })
  mediaTopic!: string | null;

  @Column('jsonb')
  names!: Names;
}
