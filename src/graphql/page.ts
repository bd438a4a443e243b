import { ArgsType, Field, Int, ObjectType } from 'type-graphql';
import { Refusal } from '../refusal.js';

export const DEFAULT_PAGE_SIZE = 20;
export const LARGEST_PAGE = 100;

/** Which part of a list: Relay's Cursor Connections, section 4. */
@ArgsType()
export class PageArgs {
  @Field(() => Int, {
    nullable: true,
    description:
      'How many from the start, at most 100. Without first and last it is 20: from the end when only before is given.',
  })
  first?: number | null;

  @Field(() => String, { nullable: true, description: 'Only what comes after this cursor.' })
  after?: string | null;

  @Field(() => Int, { nullable: true, description: 'How many from the end, at most 100.' })
  last?: number | null;

  @Field(() => String, { nullable: true, description: 'Only what comes before this cursor.' })
  before?: string | null;
}

@ObjectType({ description: 'Where a page stands in its list.' })
export class PageInfo {
  @Field(() => Boolean, { description: 'Whether more follows: ask again with after: endCursor.' })
  hasNextPage!: boolean;

  @Field(() => Boolean, { description: 'Whether something comes before: ask again with before: startCursor.' })
  hasPreviousPage!: boolean;

  @Field(() => String, {
    nullable: true,
    description: 'The cursor of the first item here, or null when there is none.',
  })
  startCursor!: string | null;

  @Field(() => String, { nullable: true, description: 'The cursor of the last item here, or null when there is none.' })
  endCursor!: string | null;
}

/** The arguments of a page, checked. */
export interface Page {
  size: number;
  /** Whether the page is counted from the end of the list. */
  backward: boolean;
  after: Cursor | null;
  before: Cursor | null;
}

/** A place in a list: the list's order or name, what it is ordered by, and the id that settles ties. */
export interface Cursor {
  order: string;
  key: string;
  id: number;
}

/** A plain `first` of something that has no pages, checked: 0 to 100. Refuses with BAD_USER_INPUT. */
export function countArgument(first: number): number {
  if (first >= 0 && first <= LARGEST_PAGE) return first;
  throw new Refusal('BAD_USER_INPUT', `first is ${first}: ask for 0 to ${LARGEST_PAGE}.`, { argument: 'first' });
}

/** Reads and checks the arguments of a page of a list in this order. Refuses with BAD_USER_INPUT. */
export function readPage({ first, after, last, before }: PageArgs, order: string): Page {
  if (first != null && last != null) {
    throw new Refusal('BAD_USER_INPUT', 'Give first or last, not both: a page starts at one end.', {
      argument: 'last',
    });
  }
  const [argument, size] = last == null ? ['first', first ?? DEFAULT_PAGE_SIZE] : ['last', last];
  if (size < 0 || size > LARGEST_PAGE) {
    throw new Refusal('BAD_USER_INPUT', `${argument} is ${size}: ask for 0 to ${LARGEST_PAGE}.`, { argument });
  }
  return {
    size,
    backward: last != null || (first == null && after == null && before != null),
    after: after == null ? null : readCursor(after, order, 'after'),
    before: before == null ? null : readCursor(before, order, 'before'),
  };
}

/** Milliseconds of the first and the last year with four digits; a rank is far less. */
const KEYS = { least: -62_135_596_800_000, most: 253_402_300_799_999 };

export function writeCursor({ order, key, id }: Cursor): string {
  return Buffer.from(`${order} ${key} ${id}`).toString('base64url');
}

function readCursor(text: string, order: string, argument: string): Cursor {
  const cursor = /^([A-Z_]+) (-?[0-9.e+-]{1,32}) ([0-9]{1,15})$/.exec(Buffer.from(text, 'base64url').toString());
  const [, its = '', key = '', id = ''] = cursor ?? [];
  if (!cursor || !isKey(key) || writeCursor({ order: its, key, id: Number(id) }) !== text) {
    throw new Refusal(
      'BAD_USER_INPUT',
      `${argument} is not a cursor: take one from edges or pageInfo of the page before.`,
      {
        argument,
      },
    );
  }
  if (its !== order) {
    throw new Refusal(
      'BAD_USER_INPUT',
      `${argument} is a cursor of another list (${its}): take one from edges or pageInfo of this one (${order}).`,
      {
        argument,
      },
    );
  }
  return { order: its, key, id: Number(id) };
}

/** Whether we may have written it: as JavaScript writes the number, and one that PostgreSQL takes for a time or a rank. */
function isKey(text: string): boolean {
  const key = Number(text);
  return String(key) === text && key >= KEYS.least && key <= KEYS.most;
}
