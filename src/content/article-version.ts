import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { Article } from './article.js';

/** A former version of an article, as it was when the next one replaced it. */
@Entity('article_version')
export class ArticleVersion {
  @ForeignKey(() => Article, { onDelete: 'CASCADE' })
  @PrimaryColumn('bigint')
  articleId!: number;

  @PrimaryColumn('int')
  version!: number;

  // The whole row and the body's markup; the columns of today may not be those of then.
  @Column('jsonb')
  content!: Record<string, unknown>;

  // Its words, as article_search had them; null where it was replaced before they were kept.
  @Column('tsvector', { nullable: true })
  words!: string | null;

  @Column({ type: 'timestamptz', precision: 3 })
  replacedAt!: Date;
}
