import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/**
 * What a licence let a reader have, as a change left it: the other half of article-state.ts. Written where something in it
 * has changed; a licence that was taken away, or whose time is over, is not in force. Only state-licence.ts writes them.
 */
@Entity('licence_state')
@Index(['partnerId'])
export class LicenceState {
  @PrimaryColumn('bigint')
  licenceId!: number;

  // The change that left it so.
  @PrimaryColumn('bigint')
  revision!: number;

  @Column({ type: 'timestamptz', precision: 3 })
  happenedAt!: Date;

  @Column('bigint', { nullable: true })
  partnerId!: number | null;

  @Column('jsonb')
  filter!: Record<string, unknown>;

  @Column('bool')
  text!: boolean;

  @Column('bool')
  media!: boolean;

  @Column('bool')
  embargoAccess!: boolean;

  @Column('int')
  delaySeconds!: number;

  // Whether its time had begun and was not over, at the moment of the change.
  @Column('bool')
  inForce!: boolean;
}
