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
  const members = fields.map(({ member }, place) => (place === 0 ? member : `,${member}`));

  return (value, run) => {
    if (typeof value === 'function' || value instanceof Error) throw new NotCompiled();
    run.points += points;
    return together('{', '}', fields.length, (place, pieces) => {
      pieces.add(members[place]!);
      pieces.add(fields[place]!.write(value, run));
    });
  };
}

/** Writes a list; `item` says by itself what it makes of null. Every item that is not null costs some points. */
export function writeList(item: Write, points: number): Write {
  return (value, run: Run) => {
    if (!Array.isArray(value)) throw new NotCompiled();
    return together('[', ']', value.length, (place, pieces) => {
      const one: unknown = value[place];
      if (isPromise(one)) throw new NotCompiled();
      if (one != null) run.points += points;
      if (place > 0) pieces.add(',');
      pieces.add(item(one, run));
    });
  };
}

function together(
  start: string,
  end: string,
  count: number,
  addTo: (place: number, pieces: Pieces) => void,
): string | Promise<string> {
  const pieces = new Pieces();
  pieces.add(start);
  try {
    for (let place = 0; place < count; place += 1) addTo(place, pieces);
  } catch (error) {
    pieces.abandon();
    throw error;
  }
  pieces.add(end);
  return pieces.whole();
}
