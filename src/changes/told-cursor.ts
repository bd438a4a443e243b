/** A cursor of changes, and when the mirror was last told of withdrawals that it has not acknowledged; null for never. */
export interface ToldCursor {
  cursor: string;
  told: Date | null;
}

const SHAPE = /^([\w-]*)~([0-9a-z]{1,8})$/;

/** Takes apart what writeTold has put together; anything else is a cursor alone. */
export function readTold(text: string): ToldCursor {
  const [, cursor, seconds] = SHAPE.exec(text) ?? [];
  if (cursor === undefined || seconds === undefined) return { cursor: text, told: null };
  return { cursor, told: new Date(Number.parseInt(seconds, 36) * 1_000) };
}

/** Writes the moment behind the cursor, so that the gateway need not remember it: an answer that got lost is given again. */
export function writeTold({ cursor, told }: ToldCursor): string {
  return told === null ? cursor : `${cursor}~${Math.floor(told.getTime() / 1_000).toString(36)}`;
}
