/** Who is asking. Everybody is a visitor, who may read what is public. */
export interface Reader {
  readonly kind: 'visitor';
}

export const visitor: Reader = { kind: 'visitor' };
