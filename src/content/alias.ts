import { Check, Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn } from 'typeorm';
import { Event } from './event.js';
import { Topic } from './topic.js';

/** Another word for a topic, an event or a country, in any language: how incoming articles are filed. The desk's to edit. */
@Entity('alias')
@Index(['folded'])
@Index(['topicId'])
@Index(['eventId'])
@Check('alias_one_target', 'num_nonnulls(topic_id, event_id, country) = 1')
export class Alias {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'BY DEFAULT' })
  id!: number;

  @ForeignKey(() => Topic, { onDelete: 'CASCADE' })
  @Column('bigint', { nullable: true })
  topicId!: number | null;

  @ForeignKey(() => Event, { onDelete: 'CASCADE' })
  @Column('bigint', { nullable: true })
  eventId!: number | null;

  // ISO 3166-1 alpha-2.
  @Column('text', { nullable: true })
  country!: string | null;

  @Column('text')
  text!: string;

  // Whether it files articles that have it anywhere in their text, or only those whose source names it as a category.
  @Column('bool')
  inText!: boolean;

  // As fold-name.ts folds it: without case, accents and punctuation.
  @Column('text')
  folded!: string;
}
