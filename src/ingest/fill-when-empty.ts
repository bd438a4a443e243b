import type { DataSource } from 'typeorm';
import { systemClock } from '../clock.js';
import { exclusively } from '../database/migrate.js';
import { seedDeskWork } from './seed-desk-work.js';
import { seedLicensedCases } from './seed-licensed-cases.js';
import { seedDemo } from './seed-demo.js';
import { type DemoKey, seedPartners } from './seed-partners.js';

interface Filling {
  /** Where visitors reach the gateway, without a slash at the end. */
  publicUrl: string;
  /** Whether the demo's partners get keys: only where somebody is there to see them. */
  withKeys: boolean;
  onProgress: (line: string) => void;
}

/**
 * A database without a single source is new: it gets the vocabulary, the demo articles and their partners. One process does it,
 * others wait. Gives the keys that it made, or null where the database was filled already.
 */
export async function fillWhenEmpty(
  dataSource: DataSource,
  { publicUrl, withKeys, onProgress }: Filling,
): Promise<DemoKey[] | null> {
  return exclusively(dataSource, async () => {
    const [row] = await dataSource.query<{ empty: boolean }[]>('select not exists (select from source) as empty');
    if (!row?.empty) return null;
    onProgress('Filling the empty database with the demo articles');
    return dataSource.transaction(async db => {
      await seedDemo({ db, clock: systemClock, publicUrl });
      const keys = await seedPartners(db, withKeys, systemClock());
      await seedDeskWork(db, systemClock);
      await seedLicensedCases(db, systemClock);
      return keys;
    });
  });
}
