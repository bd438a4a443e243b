import { Field, ObjectType } from 'type-graphql';
import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { DateTime } from '../graphql/scalars.js';
import { Partner } from '../partners/partner.js';
import { Withdrawal } from './withdrawal.js';

/** That a partner could have the article just before it was withdrawn, and so has to take it down, and whether it says that it has. */
@ObjectType({ description: 'A partner who had an article that was withdrawn, and whether it has taken it down.' })
@Entity('withdrawal_acknowledgement')
@Index(['partnerId', 'withdrawalId'], { where: 'acknowledged_at is null' })
export class WithdrawalAcknowledgement {
  @ForeignKey(() => Withdrawal, { onDelete: 'CASCADE' })
  @PrimaryColumn('bigint')
  withdrawalId!: number;

  @ForeignKey(() => Partner, { onDelete: 'CASCADE' })
  @PrimaryColumn('bigint')
  partnerId!: number;

  @Field(() => DateTime, {
    nullable: true,
    description: 'When the partner said that it has taken the article down, in UTC; null while that is outstanding.',
  })
  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  acknowledgedAt!: Date | null;

  @Field(() => String, { description: 'The slug of the partner.' })
  partner?: string;
}
