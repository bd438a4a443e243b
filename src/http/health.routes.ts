import type { FastifyInstance } from 'fastify';

export interface Readiness {
  ready: boolean;
  /** What was looked at, and how it is: "ok", or what is wrong. */
  checks: Record<string, string>;
}

/** For whoever runs the gateway: `/health/live` says that the process answers, `/health/ready` that it can be of use. */
export async function healthRoutes(
  app: FastifyInstance,
  { readiness }: { readiness: () => Promise<Readiness> },
): Promise<void> {
  app.addHook('onRequest', async (_request, reply) => {
    reply.header('cache-control', 'no-store');
  });

  app.get('/health/live', async () => ({ status: 'ok' }));

  app.get('/health/ready', async (_request, reply) => {
    const { ready, checks } = await readiness();
    return reply.code(ready ? 200 : 503).send({ status: ready ? 'ok' : 'unavailable', checks });
  });
}
