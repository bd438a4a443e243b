import DataLoader from 'dataloader';
import type { Context } from './context.js';

/** Fetches the values for many keys at once. Returns exactly one value per key, in the order of the keys. */
export type Batch<Key, Value> = (keys: readonly Key[], context: Context) => Promise<Value[]>;

/** Loads one value; loads made in the same tick become one call of the batch, and repeats cost nothing. */
export type Load = <Key, Value>(batch: Batch<Key, Value>, key: Key) => Promise<Value>;

/** The batch function itself names the loader, so a new one needs no registration. */
export function createLoad(context: Context): Load {
  let loaders: Map<unknown, unknown> | null = null;

  return <Key, Value>(batch: Batch<Key, Value>, key: Key) => {
    loaders ??= new Map();
    const loader =
      (loaders.get(batch) as DataLoader<Key, Value> | undefined) ??
      new DataLoader<Key, Value>(keys => {
        // Whoever has gone, or has waited too long, costs the database nothing more.
        context.deadline.throwIfOver();
        return batch(keys, context);
      });
    loaders.set(batch, loader);
    return loader.load(key);
  };
}

/** Lines rows up with the keys they were fetched for: one row or null each. */
export function oneEach<Key, Row>(keys: readonly Key[], rows: Row[], keyOf: (row: Row) => Key): (Row | null)[] {
  const byKey = new Map(rows.map(row => [keyOf(row), row]));
  return keys.map(key => byKey.get(key) ?? null);
}

/** Lines rows up with the keys they were fetched for: any number of rows each, in the order fetched. */
export function manyEach<Key, Row>(keys: readonly Key[], rows: Row[], keyOf: (row: Row) => Key): Row[][] {
  const byKey = new Map<Key, Row[]>(keys.map(key => [key, []]));
  for (const row of rows) byKey.get(keyOf(row))?.push(row);
  return keys.map(key => byKey.get(key) ?? []);
}
