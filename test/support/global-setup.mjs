import '@oxc-node/core/register';

/** One server for the run, unless TEST_DATABASE_URL names one, and on it the template that test databases are copied from. */
export default async function setUp() {
  const { startTestServer } = await import('./test-server.ts');
  const { dropLeftoverDatabases } = await import('./database.ts');
  const { prepareTemplate } = await import('./template.ts');

  process.env.TEST_DATABASE_URL ??= await startTestServer();
  await dropLeftoverDatabases();
  process.env.TEST_TEMPLATE = await prepareTemplate(process.env.TEST_DATABASE_URL);
}
