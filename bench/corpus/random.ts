// Looked up once: in the sandbox of a test each look-up costs more than the number.
const { floor, imul } = Math;

/** Numbers that look random and are the same for the same seed, on every machine. */
export interface Random {
  /** A whole number from 0 up to, and without, the limit. */
  below(limit: number): number;
  /** From 0 up to, and without, 1. */
  fraction(): number;
  pick<Value>(values: readonly Value[]): Value;
  chance(probability: number): boolean;
}

/** Mulberry32: 32 bits of state, 2 ns a number. The purpose keeps two users of one seed apart. */
export function createRandom(seed: number, purpose = ''): Random {
  let state = seed | 0;
  for (const letter of purpose) state = imul(state ^ (letter.codePointAt(0) ?? 0), 0x01_00_01_93);

  const next = (): number => {
    state = (state + 0x6d_2b_79_f5) | 0;
    let mixed = imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + imul(mixed ^ (mixed >>> 7), mixed | 61);
    return (mixed ^ (mixed >>> 14)) >>> 0;
  };
  const fraction = (): number => next() / 0x1_0000_0000;
  const below = (limit: number): number => floor(fraction() * limit);

  return {
    below,
    fraction,
    pick: <Value>(values: readonly Value[]) => values[below(values.length)]!,
    chance: probability => fraction() < probability,
  };
}
