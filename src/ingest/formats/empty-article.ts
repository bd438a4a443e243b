import type { IncomingArticle } from '../incoming.js';

/** An article of which nothing is known: what a format has no word for stays like this. */
export function emptyArticle(): IncomingArticle {
  return {
    identity: null,
    storyIdentity: null,
    language: null,
    headline: '',
    lede: null,
    bodyHtml: null,
    url: null,
    baseUrl: null,
    bylines: [],
    publishedAt: null,
    updatedAt: null,
    unreadableDate: null,
    urgency: null,
    credit: null,
    subjects: [],
    media: [],
    status: 'usable',
    isCorrection: false,
    embargoedUntil: null,
    expiresAt: null,
    notes: [],
  };
}
