import { once } from 'node:events';
import { z } from 'zod';
import { startEmbeddedPostgres } from '../../src/database/embedded/embedded-postgres.js';
import { findPostgresBinaries } from '../../src/database/embedded/postgres-binaries.js';

/** A process that uses the embedded server: says its URL, and lets go of it when it is told something. */
const [folder = '', options = '{}'] = process.argv.slice(2);
const OPTIONS = z.object({
  settings: z.record(z.string(), z.string()).default({}),
  binaries: z.string().default(findPostgresBinaries().folder),
});

const postgres = await startEmbeddedPostgres(folder, OPTIONS.parse(JSON.parse(options)));
console.log(postgres.url);

await once(process.stdin, 'data');
await postgres.stop();
process.exit();
