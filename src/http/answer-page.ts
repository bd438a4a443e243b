import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Context } from '../graphql/context.js';
import type { ListedArticle } from '../lists/published-list.js';
import { errorPage } from '../portal/error-page.js';
import { PAGE_LANGUAGES, pageLanguage, type PageLanguage } from '../portal/words.js';
import { Refusal } from '../refusal.js';
import { publish, type Published, type Publisher } from './publish.js';

/** Pages run nothing. Pictures are where their publishers have them. */
const POLICY = [
  "default-src 'none'",
  "style-src 'self'",
  'img-src http: https: data:',
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
];

/** A page that was asked for: in which language, and at which address, without the language. */
export interface Asked {
  context: Context;
  language: PageLanguage;
  url: URL;
}

export interface AnsweredPage {
  /** 200, unless it says another. */
  status?: number;
  body: string;
  items: ListedArticle[];
  /** Ids of articles that it is about besides. */
  about?: string[];
  /** What it may do beside what every page may: directives of a Content-Security-Policy. */
  allowed?: string[];
}

/** Answers with a page, in the language of the address (`hl`) or of the browser; with a page that says why there is none. */
export async function answerPage(
  request: FastifyRequest,
  reply: FastifyReply,
  publisher: Publisher,
  make: (asked: Asked) => Promise<AnsweredPage>,
): Promise<FastifyReply> {
  const url = new URL(request.url, publisher.publicUrl);
  const said = PAGE_LANGUAGES.find(tag => tag === url.searchParams.get('hl'));
  const language = said ?? pageLanguage(request.headers['accept-language']);
  url.searchParams.delete('hl');

  return publish(request, reply, publisher, async context => {
    const common = {
      type: 'text/html; charset=utf-8',
      headers: { 'content-security-policy': POLICY.join('; '), 'content-language': language },
      vary: ['accept-language'],
    } satisfies Partial<Published>;
    try {
      const { status = 200, body, items, about = [], allowed = [] } = await make({ context, language, url });
      const headers = { ...common.headers, 'content-security-policy': [...POLICY, ...allowed].join('; ') };
      return { ...common, status, headers, body, articleIds: [...about, ...items.map(({ articleId }) => articleId)] };
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      const body = await errorPage(error.message, { language, path: url.pathname });
      return { ...common, status: error.status, body, articleIds: [] };
    }
  });
}
