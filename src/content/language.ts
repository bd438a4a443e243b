import { Entity, PrimaryColumn } from 'typeorm';

/** A language that some article is written in: what "zh" in a filter can stand for. */
@Entity('language')
export class Language {
  @PrimaryColumn('text')
  tag!: string;
}
