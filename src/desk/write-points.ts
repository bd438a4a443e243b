/** What a mutation costs: the entry, the row with what hangs on it, its change, and what it is answered with. */
export const WRITE_POINTS = 20;
