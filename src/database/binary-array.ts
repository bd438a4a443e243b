/** Object identifiers of types in pg_type: they are the same in every PostgreSQL. */
export const TSVECTOR = 3614;

/**
 * Values in a type's binary form as one parameter: an array of one dimension, as PostgreSQL's array_recv reads it.
 * PostgreSQL takes in a tsvector three times faster this way than as text.
 */
export function binaryArray(type: number, values: Buffer[]): Buffer {
  const head = Buffer.alloc(20);
  head.writeInt32BE(values.length === 0 ? 0 : 1, 0); // Dimensions.
  head.writeInt32BE(0, 4); // No nulls.
  head.writeInt32BE(type, 8);
  head.writeInt32BE(values.length, 12);
  head.writeInt32BE(1, 16); // The first index.

  const parts = values.flatMap(value => {
    const length = Buffer.alloc(4);
    length.writeInt32BE(value.length);
    return [length, value];
  });
  return values.length === 0 ? head.subarray(0, 12) : Buffer.concat([head, ...parts]);
}
