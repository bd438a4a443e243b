import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Check, Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn, Unique } from 'typeorm';
import { Article } from '../content/article.js';
import { DateTime } from '../graphql/scalars.js';

/** Why an article was withdrawn. */
export enum WithdrawalReason {
  SOURCE = 'source',
  ERROR = 'error',
  LEGAL = 'legal',
  RIGHTS = 'rights',
  SAFETY = 'safety',
  OTHER = 'other',
}

registerEnumType(WithdrawalReason, {
  name: 'WithdrawalReason',
  description: 'Why an article was withdrawn.',
  valuesConfig: {
    SOURCE: { description: 'Its source has withdrawn it.' },
    ERROR: { description: 'It is wrong in a way that no correction mends.' },
    LEGAL: { description: 'A court, a law or a claim forbids it.' },
    RIGHTS: { description: 'It was not ours to pass on.' },
    SAFETY: { description: 'It would put people in danger.' },
    OTHER: { description: 'What the note says.' },
  },
});

@ObjectType({ description: 'That an article was taken back, why, and what to do about it.' })
@Entity('withdrawal')
@Check('withdrawal_reason_known', "reason in ('source', 'error', 'legal', 'rights', 'safety', 'other')")
@Unique(['articleId', 'version'])
@Index(['replacementId'])
export class Withdrawal {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'BY DEFAULT' })
  id!: number;

  @ForeignKey(() => Article, { onDelete: 'CASCADE' })
  @Column('bigint')
  articleId!: number;

  @Field(() => Int, { description: 'The version of the article that the withdrawal made.' })
  @Column('int')
  version!: number;

  @Field(() => WithdrawalReason, { description: 'Why.' })
  @Column('text')
  reason!: WithdrawalReason;

  @Field(() => String, { nullable: true, description: 'What you should do beyond taking it down, for your desk.' })
  @Column('text', { nullable: true })
  advice!: string | null;

  @Field(() => String, { nullable: true, description: 'What to tell readers.' })
  @Column('text', { nullable: true })
  note!: string | null;

  @ForeignKey(() => Article, { onDelete: 'SET NULL' })
  @Column('bigint', { nullable: true })
  replacementId!: number | null;

  @Field(() => DateTime, { description: 'When, in UTC.' })
  @Column({ type: 'timestamptz', precision: 3 })
  withdrawnAt!: Date;

  // Whose decision it was, for the desk alone; null for its source.
  @Column('text', { nullable: true })
  withdrawnBy!: string | null;

  @Field(() => DateTime, {
    nullable: true,
    description: 'Since when the article may be shown again, in UTC; null while it may not.',
  })
  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  restoredAt!: Date | null;
}
