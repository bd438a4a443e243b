import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/*
 * Index tables: one row an article and a term, ordered as lists show them, so that any page of any term, in a language or
 * in all, is an index scan however deep. They repeat what the article row says, and only write-articles.ts writes them.
 * No foreign keys: two more index look-ups a row on the hottest write, for rows that one statement writes and deletes.
 */

/** An article under a topic; under the topic's ancestors too, where exact is false. */
@Entity('article_topic')
@Index(['topicId', 'language', 'publishedAt', 'articleId'])
@Index('article_topic_exact_idx', ['topicId', 'publishedAt', 'articleId'], { where: 'exact' })
export class ArticleTopic {
  @PrimaryColumn('bigint')
  topicId!: number;

  @PrimaryColumn({ type: 'timestamptz', precision: 3 })
  publishedAt!: Date;

  @PrimaryColumn('bigint')
  articleId!: number;

  @Column('text')
  language!: string;

  @Column('bool')
  exact!: boolean;
}

/** An article on an event. */
@Entity('article_event')
@Index(['eventId', 'language', 'publishedAt', 'articleId'])
export class ArticleEvent {
  @PrimaryColumn('bigint')
  eventId!: number;

  @PrimaryColumn({ type: 'timestamptz', precision: 3 })
  publishedAt!: Date;

  @PrimaryColumn('bigint')
  articleId!: number;

  @Column('text')
  language!: string;
}

/** An article about a country. */
@Entity('article_country')
@Index(['country', 'language', 'publishedAt', 'articleId'])
export class ArticleCountry {
  @PrimaryColumn('text')
  country!: string;

  @PrimaryColumn({ type: 'timestamptz', precision: 3 })
  publishedAt!: Date;

  @PrimaryColumn('bigint')
  articleId!: number;

  @Column('text')
  language!: string;
}
