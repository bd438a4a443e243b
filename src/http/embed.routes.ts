import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { readSelection } from '../content/selection.js';
import { readEmbedRequest } from '../embed/embed-request.js';
import { framePage, refusedFramePage } from '../embed/frame-page.js';
import { frameAddress, oembedOf, oembedXml } from '../embed/oembed.js';
import { listTitle } from '../lists/list-title.js';
import { makeList } from '../lists/make-list.js';
import { articleIdIn, oembedLinkOf } from '../embed/oembed-link.js';
import type { Context } from '../graphql/context.js';
import { Refusal } from '../refusal.js';
import { articleAt, noSuchArticle } from './article-at.js';
import { sendProblem } from './errors.js';
import { publish, type Publisher } from './publish.js';

/** Frames at `/embed?…` for sites that allow no script, and the oEmbed provider at `/oembed?url=…` that tells how to embed them. */
export async function embedRoutes(app: FastifyInstance, publisher: Publisher): Promise<void> {
  app.get('/embed', async (request, reply) => sendFrame(request, reply, publisher));
  app.get('/oembed', async (request, reply) => sendOembed(request, reply, publisher));
}

async function sendFrame(request: FastifyRequest, reply: FastifyReply, publisher: Publisher): Promise<FastifyReply> {
  const { publicUrl } = publisher;
  const url = new URL(request.url, publicUrl);
  return publish(request, reply, publisher, async context => {
    const type = 'text/html; charset=utf-8';
    try {
      const asked = readEmbedRequest(url.searchParams);
      const list = await makeList(asked.list, context, { publicUrl, url, texts: false });
      const { body, policy } = framePage(list, asked, { address: url.href, publicUrl });
      const articleIds = list.items.map(({ articleId }) => articleId);
      return { type, body, articleIds, headers: headersOf(policy), updatedAt: list.updatedAt };
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      const { body, policy } = refusedFramePage(error.message);
      return { status: error.status, type, body, articleIds: [], headers: headersOf(policy) };
    }
  });
}

function headersOf(policy: string): Record<string, string> {
  return { 'content-security-policy': policy, 'cross-origin-resource-policy': 'cross-origin' };
}

async function sendOembed(request: FastifyRequest, reply: FastifyReply, publisher: Publisher): Promise<FastifyReply> {
  const { publicUrl } = publisher;
  const query = new URL(request.url, publicUrl).searchParams;
  const format = query.get('format') ?? 'json';
  if (format !== 'json' && format !== 'xml') return sendProblem(request, reply, 501, 'The formats are json and xml.');
  const address = query.get('url') ?? '';
  const articleId = articleIdIn(address, publicUrl);
  const frame = frameAddress(address, publicUrl);
  if (!frame && articleId === null) {
    return sendProblem(request, reply, 404, `url must be one of ${publicUrl} that shows articles.`);
  }
  const most = { width: pixels(query, 'maxwidth'), height: pixels(query, 'maxheight') };

  return publish(request, reply, publisher, async context => {
    const item = articleId === null ? null : await articleAt(articleId, context, publicUrl);
    const link = item && oembedLinkOf(item, publicUrl, most);
    const answer = frame ? oembedOf(frame, titleOf(frame, context), publicUrl, most) : link;
    if (!answer) throw noSuchArticle();
    const articleIds = item ? [item.articleId] : [];
    if (format === 'xml') return { type: 'text/xml; charset=utf-8', body: oembedXml(answer), articleIds };
    return { type: 'application/json; charset=utf-8', body: JSON.stringify(answer), articleIds };
  });
}

function titleOf(frame: URL, { reference, now }: Context): string {
  const { filter } = readEmbedRequest(frame.searchParams).list;
  return listTitle(readSelection(filter, reference, now), filter.languages ?? [], reference).title;
}

function pixels(query: URLSearchParams, name: 'maxwidth' | 'maxheight'): number {
  const said = query.get(name);
  if (said === null) return Infinity;
  if (/^[1-9]\d{0,4}$/.test(said)) return Number(said);
  throw new Refusal('BAD_USER_INPUT', `${name} is a number of pixels, from 1.`, { argument: name });
}
