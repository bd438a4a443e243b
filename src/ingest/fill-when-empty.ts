import type { DataSource } from 'typeorm';
import { systemClock } from '../clock.js';
import { exclusively } from '../database/migrate.js';
import { seedDemo } from './seed-demo.js';
import { seedPartners } from './seed-partners.js';

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
    const shown = await dataSource.transaction(async db => {
      await seedDemo({ db, clock: systemClock, publicUrl });
      return seedPartners(db, systemClock());
    });
    // On the terminal, this once; never through the logger.
    for (const { name, key } of shown) onProgress(`Key of ${name}, shown only now: ${key}`);
    return true;
  });
}
