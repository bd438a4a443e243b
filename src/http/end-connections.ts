import type { FastifyInstance } from 'fastify';

/** Once the server closes, answers end their connection: one kept for the next request would hold it open for nothing. */
export function endConnections(app: FastifyInstance): void {
  let isClosing = false;

  app.addHook('preClose', done => {
    isClosing = true;
    done();
  });
  app.addHook('onSend', (_request, reply, _payload, done) => {
    if (isClosing) reply.header('connection', 'close');
    done();
  });
}
