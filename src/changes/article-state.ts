import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ArticleRights } from '../content/article-rights.js';
import type { MediaKind } from '../content/media.js';

/**
 * What decides who may have an article, as a change left it: what a partner had before the change and has since is computed
 * from two of these, by nothing but revisions. No foreign keys, as in article-filing.ts; only record-changes.ts writes them.
 */
@Entity('article_state')
export class ArticleState {
  @PrimaryColumn('bigint')
  articleId!: number;

  // The change that left it so.
  @PrimaryColumn('bigint')
  revision!: number;

  @Column({ type: 'timestamptz', precision: 3 })
  happenedAt!: Date;

  @Column('int')
  version!: number;

  @Column('text')
  language!: string;

  @Column('bigint')
  sourceId!: number;

  @Column('bigint', { array: true })
  topicIds!: number[];

  // The same, and every topic above as the tree was then.
  @Column('bigint', { array: true })
  filedIds!: number[];

  @Column('bigint', { array: true })
  eventIds!: number[];

  @Column('text', { array: true })
  countries!: string[];

  @Column('text', { array: true })
  mediaKinds!: MediaKind[];

  @Column({ type: 'timestamptz', precision: 3 })
  publishedAt!: Date;

  @Column({ type: 'timestamptz', precision: 3 })
  updatedAt!: Date;

  @Column('bool')
  withdrawn!: boolean;

  // Whether it was embargoed, or had expired, at the moment of the change.
  @Column('bool')
  embargoed!: boolean;

  @Column('bool')
  expired!: boolean;

  @Column('jsonb')
  rights!: ArticleRights;
}
