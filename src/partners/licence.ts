import { Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn } from 'typeorm';
import { Partner } from './partner.js';

/** Which articles somebody may have, and on what terms. Several of a partner add up; whoever has none has nothing. */
@Entity('licence')
@Index(['partnerId'])
export class Licence {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'BY DEFAULT' })
  id!: number;

  // Whose it is; null for a public licence, which visitors and all partners have.
  @ForeignKey(() => Partner)
  @Column('bigint', { nullable: true })
  partnerId!: number | null;

  @Column('text')
  name!: string;

  // An ArticleFilter as GraphQL takes it, with slugs; {} for everything.
  @Column('jsonb', { default: {} })
  filter!: Record<string, unknown>;

  // Whether it holds the text and the media too, and not headline and lede alone.
  @Column('bool', { default: false })
  text!: boolean;

  @Column('bool', { default: false })
  media!: boolean;

  // Whether articles may be seen, though not shown, before their embargo is over.
  @Column('bool', { default: false })
  embargoAccess!: boolean;

  // How long after its publication an article may be had.
  @Column('int', { default: 0 })
  delaySeconds!: number;

  // Whether it holds former versions too.
  @Column('bool', { default: false })
  history!: boolean;

  // From this moment on; null for always.
  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  validFrom!: Date | null;

  // Until just before this moment; null for good.
  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  validUntil!: Date | null;

  // That of its last change; 0 while it is being stored.
  @Column('bigint')
  revision!: number;
}
