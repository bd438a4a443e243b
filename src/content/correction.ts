import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { DateTime } from '../graphql/scalars.js';
import { Article } from './article.js';

export enum CorrectionSeverity {
  MINOR = 'minor',
  SUBSTANTIVE = 'substantive',
  LEGAL = 'legal',
}

registerEnumType(CorrectionSeverity, {
  name: 'CorrectionSeverity',
  description: 'How much a correction matters.',
  valuesConfig: {
    MINOR: { description: 'A slip: the meaning stays.' },
    SUBSTANTIVE: {
      description: 'A fact was wrong. Also what a source has corrected without saying how much it matters.',
    },
    LEGAL: { description: 'What was there must not be shown again.' },
  },
});

@ObjectType({ description: 'What was wrong in a former version, and is put right.' })
@Entity('correction')
@Check('correction_severity_known', "severity in ('minor', 'substantive', 'legal')")
export class Correction {
  @ForeignKey(() => Article, { onDelete: 'CASCADE' })
  @PrimaryColumn('bigint')
  articleId!: number;

  @Field(() => Int, { description: 'The first version that is right.' })
  @PrimaryColumn('int')
  version!: number;

  @Field(() => CorrectionSeverity, { description: 'How much it matters.' })
  @Column('text')
  severity!: CorrectionSeverity;

  @Field(() => String, { nullable: true, description: 'What to tell readers, or null where the source says nothing.' })
  @Column('text', { nullable: true })
  note!: string | null;

  @Field(() => [String], {
    description: 'The fields of Article in which the version differs from the one before, sorted.',
  })
  @Column('text', { array: true })
  fields!: string[];

  @Field(() => DateTime, { description: 'When it was corrected here, in UTC.' })
  @Column({ type: 'timestamptz', precision: 3 })
  at!: Date;
}
