import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Article } from './article.js';

/** The words of an article, as search-vector.ts makes them. */
@Entity('article_search')
@Index('article_search_words_idx', { synchronize: false })
export class ArticleSearch {
  @ForeignKey(() => Article, { onDelete: 'CASCADE' })
  @PrimaryColumn('bigint')
  articleId!: number;

  @Column('tsvector')
  words!: string;
}
