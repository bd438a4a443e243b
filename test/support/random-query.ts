import {
  getNamedType,
  isAbstractType,
  isCompositeType,
  isObjectType,
  isRequiredArgument,
  type GraphQLObjectType,
} from 'graphql';

/** How fields with arguments are asked, "Type.field" to ways of writing the arguments. Others with arguments are asked without. */
export type Ways = Record<string, string[]>;

/** Draws one of some. */
export type Draw = <One>(some: readonly One[]) => One;

/** Draws by a seed, the same always (mulberry32). */
export function drawBy(seed: number): Draw {
  let state = seed;
  return some => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return some[((mixed ^ (mixed >>> 14)) >>> 0) % some.length]!;
  };
}

/** A selection of some fields of a type, so many levels deep, with aliases, fragments and conditions ($yes, $no: Boolean!). */
export function randomSelection(
  type: GraphQLObjectType,
  ways: Ways,
  { depth, draw, only }: { depth: number; draw: Draw; only?: string[] },
): string {
  const fields = Object.values(type.getFields()).filter(
    ({ name, args }) =>
      (only?.includes(name) ?? true) &&
      (`${type.name}.${name}` in ways || !args.some(isRequiredArgument)) &&
      ways[`${type.name}.${name}`]?.length !== 0,
  );
  const chosen = Array.from({ length: draw([1, 2, 3, 5]) }, () => draw(fields)).map((field, place) => {
    const named = getNamedType(field.type);
    if (isAbstractType(named) || (isCompositeType(named) && depth === 0)) return '__typename';
    const way = draw(ways[`${type.name}.${field.name}`] ?? ['']);
    const below = isObjectType(named) ? `{ ${randomSelection(named, ways, { depth: depth - 1, draw })} }` : '';
    const condition = draw(['', '', '', '', '@include(if: $yes)', '@skip(if: $yes)', '@include(if: $no)']);
    const asked = `f${depth}_${place}_${draw(['a', 'b'])}: ${field.name}${way} ${condition} ${below}`;
    return draw([asked, asked, `... on ${type.name} { ${asked} }`, `${asked} ... { __typename }`]);
  });
  return ['__typename', ...chosen].join(' ');
}
