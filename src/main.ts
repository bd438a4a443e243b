import { run } from './cli/run.js';

await run(['serve', ...process.argv.slice(2)]);
