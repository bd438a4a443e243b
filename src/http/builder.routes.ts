import type { FastifyInstance } from 'fastify';
import { readSelection } from '../content/selection.js';
import { readEmbedRequest } from '../embed/embed-request.js';
import { listTitle } from '../lists/list-title.js';
import { writeAddress } from '../lists/write-list-query.js';
import { builderPage } from '../portal/builder-page.js';
import { BUILDER_SCRIPT, BUILDER_SCRIPT_PATH } from '../portal/builder-script.js';
import { answerPage } from './answer-page.js';
import type { Publisher } from './publish.js';

/** The one page that runs something, all of it the gateway's own: the widget, and what keeps the preview new. */
const ALLOWED = ["script-src 'self'", "connect-src 'self'", "frame-src 'self'"];

/** The embed builder at `/builder?…`: its address takes what the address of a frame takes. */
export async function builderRoutes(app: FastifyInstance, publisher: Publisher): Promise<void> {
  const { publicUrl } = publisher;

  app.get(BUILDER_SCRIPT_PATH, async (_request, reply) =>
    reply
      .header('cache-control', 'public, max-age=31536000, immutable')
      .type('text/javascript; charset=utf-8')
      .send(BUILDER_SCRIPT),
  );
  app.get('/builder', async (request, reply) =>
    answerPage(request, reply, publisher, async ({ context, language, url }) => {
      url.searchParams.delete('after');
      const { reference, now } = context;
      const asked = readEmbedRequest(url.searchParams);
      const { filter } = asked.list;
      const { title } = listTitle(readSelection(filter, reference, now), filter.languages ?? [], reference);
      const path = writeAddress(url.pathname, url.searchParams);
      return {
        body: await builderPage(asked, { language, path, reference, publicUrl, title }),
        items: [],
        allowed: ALLOWED,
      };
    }),
  );
}
