import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Article } from './article.js';
import { Source } from './source.js';

/** What the source calls an article, and what it last said: how an item seen again is known, and whether it changed. */
@Entity('article_origin')
@Index(['articleId'])
export class ArticleOrigin {
  @ForeignKey(() => Source)
  @PrimaryColumn('bigint')
  sourceId!: number;

  @PrimaryColumn('text')
  identity!: string;

  @ForeignKey(() => Article, { onDelete: 'CASCADE' })
  @Column('bigint')
  articleId!: number;

  // SHA-256, in base64url, of everything that partners could notice.
  @Column('text')
  fingerprint!: string;
}
