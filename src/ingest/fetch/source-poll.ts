import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { Source } from '../../content/source.js';

/** Where polling a source stands: what it last answered, and when it is asked again. */
@Entity('source_poll')
export class SourcePoll {
  @ForeignKey(() => Source, { onDelete: 'CASCADE' })
  @PrimaryColumn('bigint')
  sourceId!: number;

  // Where it was polled: once the source has another address, what is known below is of no use.
  @Column('text')
  feedUrl!: string;

  // While a poll is under way, the moment from which another process may take it for dead.
  @Column({ type: 'timestamptz', precision: 3 })
  nextPollAt!: Date;

  // When the last poll began; one without a success since has failed, or never came to its end.
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
