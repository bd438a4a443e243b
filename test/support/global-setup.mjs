import '@oxc-node/core/register';
import { execFileSync } from 'node:child_process';

/**
 * The gateway and its commands are compiled, as `npm start` does, for the tests that run them as processes: compiled anew by each,
 * every command took three seconds instead of two, and twice the CPU. One server for the run, unless TEST_DATABASE_URL names one, and on it the
 * template that test databases are copied from.
 */
export default async function setUp() {
  execFileSync('npm', ['run', '--silent', 'build'], { stdio: 'inherit' });
  const { startTestServer } = await import('./test-server.ts');
  const { dropLeftoverDatabases } = await import('./database.ts');
  const { prepareTemplate } = await import('./template.ts');

  process.env.TEST_DATABASE_URL ??= await startTestServer();
  await dropLeftoverDatabases();
  process.env.TEST_TEMPLATE = await prepareTemplate(process.env.TEST_DATABASE_URL);
}
