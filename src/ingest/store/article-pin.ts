import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { Article } from '../../content/article.js';

/** What the desk has decided about an article that a source sends: it stays as it is, whatever the source says later. */
@Entity('article_pin')
export class ArticlePin {
  @ForeignKey(() => Article, { onDelete: 'CASCADE' })
  @PrimaryColumn('bigint')
  articleId!: number;

  @Column('bool')
  embargo!: boolean;

  @Column('bool')
  expiry!: boolean;

  // Topics, events and countries together.
  @Column('bool')
  filing!: boolean;

  @Column('bool')
  rights!: boolean;
}
