import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { Source } from '../content/source.js';

/** Where polling a source stands: what it last answered, and when it is asked again. */
@Entity('source_poll')
export class SourcePoll {
  @ForeignKey(() => Source, { onDelete: 'CASCADE' })
  @PrimaryColumn('bigint')
  sourceId!: number;

  @Column({ type: 'timestamptz', precision: 3 })
  nextPollAt!: Date;

  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  lastPollAt!: Date | null;

  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  lastSuccessAt!: Date | null;

  // In a row; each doubles the interval, up to a day.
  @Column('int')
  failures!: number;

  // One sentence: what the last poll brought, or why it failed.
  @Column('text')
  outcome!: string;

  // Validators of the last whole answer (RFC 9110, section 8.8), for the next conditional request.
  @Column('text', { nullable: true })
  etag!: string | null;

  @Column('text', { nullable: true })
  lastModified!: string | null;
}
