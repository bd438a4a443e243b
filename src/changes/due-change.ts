import { Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Article } from '../content/article.js';
import type { ChangeKind } from './change.js';

/** A change that time will make, unless somebody changes the article before: an embargo's end, an expiry, the end of a licence's delay. Gone once recorded. */
@Entity('due_change')
@Index(['dueAt'])
export class DueChange {
  @ForeignKey(() => Article, { onDelete: 'CASCADE' })
  @PrimaryColumn('bigint')
  articleId!: number;

  @PrimaryColumn('text')
  kind!: ChangeKind.EMBARGO_LIFTED | ChangeKind.EXPIRED | ChangeKind.DELAY_OVER;

  // A licence may ask for another delay than the next.
  @PrimaryColumn({ type: 'timestamptz', precision: 3 })
  dueAt!: Date;
}
