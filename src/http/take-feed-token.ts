import type { FastifyReply } from 'fastify';
import { Refusal } from '../refusal.js';
import type { Publisher } from './publish.js';

/**
 * Takes the feed token out of the query of a feed's address, and gives a publisher for whom it is known by. What it is answered with, refusals
 * too, nobody keeps for others, and no link in it tells the address (Referrer Policy, section 3.1). Refuses two tokens.
 */
export function takeFeedToken(query: URLSearchParams, reply: FastifyReply, publisher: Publisher): Publisher {
  const [feedToken, ...more] = query.getAll('token');
  if (feedToken === undefined) return publisher;
  query.delete('token');
  reply.headers({ 'cache-control': 'private, no-store', 'referrer-policy': 'no-referrer' });
  if (more.length > 0) throw new Refusal('BAD_USER_INPUT', '"token" is given several times: give it once.');
  return { ...publisher, createContext: request => publisher.createContext({ ...request, feedToken }) };
}
