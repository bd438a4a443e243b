import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Article } from '../content/article.js';
import type { ChangeKind } from './change.js';

/** A change that time will make, unless somebody changes the article before: an embargo's end, an expiry. Gone once recorded. */
@Entity('due_change')
@Index(['dueAt'])
export class DueChange {
  @ForeignKey(() => Article, { onDelete: 'CASCADE' })
  @PrimaryColumn('bigint')
  articleId!: number;

  @PrimaryColumn('text')
  kind!: ChangeKind.EMBARGO_LIFTED | ChangeKind.EXPIRED;

  @Column({ type: 'timestamptz', precision: 3 })
  dueAt!: Date;
}
