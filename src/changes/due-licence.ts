import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** The next moment at which time alone will begin or end a licence. Gone once recorded. No foreign key: only state-licence.ts writes them. */
@Entity('due_licence')
@Index(['dueAt'])
export class DueLicence {
  @PrimaryColumn('bigint')
  licenceId!: number;

  @Column({ type: 'timestamptz', precision: 3 })
  dueAt!: Date;
}
