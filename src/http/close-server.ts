import type { FastifyInstance } from 'fastify';

/** Milliseconds that requests under way have left once the server closes. */
const GRACE_MS = 10_000;

/** Stops taking requests, lets those under way finish, and after ten seconds ends the connections that are left. */
export async function closeServer(app: FastifyInstance, graceMs: number = GRACE_MS): Promise<void> {
  const deadline = setTimeout(() => app.server.closeAllConnections(), graceMs);
  try {
    await app.close();
  } finally {
    clearTimeout(deadline);
  }
}
