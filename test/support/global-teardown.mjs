/** Removes the server that the run has started; one that was given stays. */
export default async function tearDown() {
  const { removeTestServer } = await import('./test-server.ts');

  if (removeTestServer()) delete process.env.TEST_DATABASE_URL; // In watch mode another run follows.
}
