import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Article } from '../content/article.js';
import type { ChangeKind } from './change.js';

/** A change that time alone will make: the end of an embargo, or of an article's time. Gone once it is recorded. */
@Entity('release')
@Index(['dueAt'])
export class Release {
  @ForeignKey(() => Article, { onDelete: 'CASCADE' })
  @PrimaryColumn('bigint')
  articleId!: number;

  @PrimaryColumn('text')
  kind!: ChangeKind.EMBARGO_LIFTED | ChangeKind.EXPIRED;

  @Column({ type: 'timestamptz', precision: 3 })
  dueAt!: Date;
}
