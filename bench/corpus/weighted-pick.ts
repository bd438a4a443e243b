import type { Random } from './random.js';

const { floor } = Math;

/** Draws from values of given weights in constant time (Walker's alias method). */
export function weightedPick<Value>(values: readonly Value[], weights: readonly number[]): (random: Random) => Value {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const share = Float64Array.from(weights, weight => (weight * values.length) / total);
  const other = new Uint32Array(values.length);
  const small: number[] = [];
  const large: number[] = [];
  share.forEach((part, index) => (part < 1 ? small : large).push(index));

  while (small.length > 0 && large.length > 0) {
    const poor = small.pop()!;
    const rich = large.at(-1)!;
    other[poor] = rich;
    share[rich]! -= 1 - share[poor]!;
    if (share[rich]! < 1) small.push(large.pop()!);
  }
  for (const index of [...small, ...large]) share[index] = 1;

  return random => {
    const drawn = random.fraction() * values.length;
    const index = floor(drawn);
    return values[drawn - index < share[index]! ? index : other[index]!]!;
  };
}

/** Draws the first value most often, the second half as often, the third a third as often: Zipf's law, which words and topics obey. */
export function zipfPick<Value>(values: readonly Value[], exponent = 1): (random: Random) => Value {
  return weightedPick(
    values,
    values.map((_, index) => 1 / (index + 1) ** exponent),
  );
}
