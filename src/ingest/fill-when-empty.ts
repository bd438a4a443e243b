import type { DataSource } from 'typeorm';
import { systemClock } from '../clock.js';
import { exclusively } from '../database/migrate.js';
import { seedDemo } from './seed-demo.js';

/** A database without a single source is new: it gets the vocabulary and the demo articles. One process does it, others wait. Gives whether it was this one. */
export async function fillWhenEmpty(
  dataSource: DataSource,
  publicUrl: string,
  onProgress: (line: string) => void,
): Promise<boolean> {
  return exclusively(dataSource, async () => {
    const [row] = await dataSource.query<{ empty: boolean }[]>('select not exists (select from source) as empty');
    if (!row?.empty) return false;
    onProgress('Filling the empty database with the demo articles');
    await dataSource.transaction(db => seedDemo({ db, clock: systemClock, publicUrl }));
    return true;
  });
}
