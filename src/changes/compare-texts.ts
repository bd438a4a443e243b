import { diffArrays, type ChangeObject } from 'diff';
import { Field, ObjectType, registerEnumType } from 'type-graphql';

/** What became of a piece of text. */
export enum TextChange {
  SAME = 'same',
  REMOVED = 'removed',
  ADDED = 'added',
}

registerEnumType(TextChange, {
  name: 'TextChange',
  description: 'What became of a piece of text.',
  valuesConfig: {
    SAME: { description: 'Both versions have it.' },
    REMOVED: { description: 'Only the version compared from has it.' },
    ADDED: { description: 'Only the version compared to has it.' },
  },
});

@ObjectType({ description: 'A piece of text that both versions have, or one of them.' })
export class TextPiece {
  @Field(() => TextChange, { description: 'Which of them.' })
  change!: TextChange;

  @Field(() => String, { description: 'The piece; all pieces of a version one after the other are its text.' })
  text!: string;
}

/** UTF-16 units of both texts up to which words are compared: some ten pages each, split in 30 ms. */
const MOST_BY_WORD = 50_000;

/** Words, or paragraphs, that may differ before a comparison is given up, and the milliseconds that it may take. */
const MOST_EDITS = 1_000;
const MOST_MS = 100;

const words = new Intl.Segmenter(undefined, { granularity: 'word' });

/**
 * What to remove from one text and to add to it to have the other: word by word, as Unicode and its dictionaries split any
 * script (UAX 29); by paragraphs where they are long or have little in common; the whole where not even these are.
 */
export function compareTexts(former: string, present: string): TextPiece[] {
  const isShort = former.length + present.length <= MOST_BY_WORD;
  const found =
    (isShort ? compared(wordsOf(former), wordsOf(present)) : null) ??
    compared(paragraphsOf(former), paragraphsOf(present));
  const whole = [
    { change: TextChange.REMOVED, text: former },
    { change: TextChange.ADDED, text: present },
  ];
  return (found ?? whole).filter(({ text }) => text !== '');
}

function compared(former: string[], present: string[]): TextPiece[] | null {
  const changes = diffArrays(former, present, { maxEditLength: MOST_EDITS, timeout: MOST_MS });
  return changes?.map(change => ({ change: changeOf(change), text: change.value.join('') })) ?? null;
}

function changeOf({ added, removed }: ChangeObject<string[]>): TextChange {
  if (added) return TextChange.ADDED;
  return removed ? TextChange.REMOVED : TextChange.SAME;
}

function wordsOf(text: string): string[] {
  return Array.from(words.segment(text), ({ segment }) => segment);
}

function paragraphsOf(text: string): string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
}
