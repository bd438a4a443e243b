import { isPromise } from './is-promise.js';
import { Pieces } from './pieces.js';
import { NotCompiled, type Run, type Write } from './run.js';

/** How one field of an object is written. */
export interface FieldWriter {
  /** Its name as a member of a JSON object, with the colon. */
  member: string;
  /** Points for asking, without what is below it. */
  points: number;
  /** Writes it, given the object. */
  write: Write;
}

/** Writes an object, field by field. */
export function writeObject(fields: FieldWriter[]): Write {
  const points = fields.reduce((sum, field) => sum + field.points, 0);
  const members = fields.map(({ member }, place) => (place === 0 ? `{${member}` : `,${member}`));

  return (value, run) => {
    if (typeof value === 'function' || value instanceof Error) throw new NotCompiled();
    run.points += points;
    if (fields.length === 0) return '{}';
    return together(members, '}', place => fields[place]!.write(value, run));
  };
}

/** Writes a list; `item` says by itself what it makes of null. Every item that is not null costs some points. */
export function writeList(item: Write, points: number): Write {
  return (value, run: Run) => {
    if (!Array.isArray(value)) throw new NotCompiled();
    if (value.length === 0) return '[]';
    const before = value.map((_item, place) => (place === 0 ? '[' : ','));
    return together(before, ']', place => {
      const one: unknown = value[place];
      if (isPromise(one)) throw new NotCompiled();
      if (one != null) run.points += points;
      return item(one, run);
    });
  };
}

/** Texts with a piece after each: most are there at once, and cost no more than to be put together. */
function together(
  before: readonly string[],
  end: string,
  write: (place: number) => string | Promise<string>,
): string | Promise<string> {
  let text = '';
  for (let place = 0; place < before.length; place += 1) {
    const piece = write(place);
    text += before[place]!;
    if (typeof piece !== 'string') return whenLoaded(before, end, write, { text, piece, place });
    text += piece;
  }
  return text + end;
}

/** The same from the first piece on that is being loaded. */
function whenLoaded(
  before: readonly string[],
  end: string,
  write: (place: number) => string | Promise<string>,
  first: { text: string; piece: Promise<string>; place: number },
): string | Promise<string> {
  const pieces = new Pieces();
  pieces.add(first.text);
  pieces.add(first.piece);
  try {
    for (let place = first.place + 1; place < before.length; place += 1) {
      pieces.add(before[place]!);
      pieces.add(write(place));
    }
  } catch (error) {
    pieces.abandon();
    throw error;
  }
  pieces.add(end);
  return pieces.whole();
}
