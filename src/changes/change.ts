import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** What happened: the name that a row of `change` carries. */
export enum ChangeKind {
  PUBLISHED = 'published',
  UPDATED = 'updated',
  CORRECTED = 'corrected',
  WITHDRAWN = 'withdrawn',
  RESTORED = 'restored',
  EMBARGO_LIFTED = 'embargo_lifted',
  EXPIRED = 'expired',
  // As old now as a licence asks that lets it be had so long after its publication.
  DELAY_OVER = 'delay_over',
  // A topic above its own has moved: the version stays, what finds it changes.
  REFILED = 'refiled',
  TOPIC = 'topic',
  EVENT = 'event',
  SOURCE = 'source',
  LICENCE = 'licence',
  // A selection that is kept under a name.
  FEED = 'feed',
  // Its country, which decides on territories.
  PARTNER = 'partner',
}

/** The one row that counts. Its lock, held to the commit, makes numbers visible in order and without a gap. */
@Entity('revision')
@Check('revision_single_row', 'single')
export class Revision {
  @PrimaryColumn('bool')
  single!: boolean;

  @Column('bigint')
  number!: number;
}

/** One thing that a partner could notice, with the number it took. Never altered once written. */
@Entity('change')
@Index(['articleId', 'revision'])
@Index('change_named_idx', ['revision'], { where: 'reference_id is not null' })
export class Change {
  @PrimaryColumn('bigint')
  revision!: number;

  @Column({ type: 'timestamptz', precision: 3 })
  happenedAt!: Date;

  @Column('text')
  kind!: ChangeKind;

  // The article it happened to, or null where it happened to a topic, an event, a source, a licence, a feed or a partner.
  @Column('bigint', { nullable: true })
  articleId!: number | null;

  // The article's version that it made.
  @Column('int', { nullable: true })
  version!: number | null;

  // The topic, event, source, licence, feed or partner it happened to.
  @Column('bigint', { nullable: true })
  referenceId!: number | null;
}
