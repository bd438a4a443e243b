import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What has been spent of a quota, where PostgreSQL counts it. Not logged: after a crash of the server everybody begins anew. */
@Entity('quota_spent')
export class QuotaSpent {
  // Whose: a partner's id, or a visitor's address.
  @PrimaryColumn('text')
  key!: string;

  @Column('int')
  minutePoints!: number;

  @Column({ type: 'timestamptz', precision: 3 })
  minuteEndsAt!: Date;

  @Column('int')
  dayPoints!: number;

  @Column({ type: 'timestamptz', precision: 3 })
  dayEndsAt!: Date;
}
