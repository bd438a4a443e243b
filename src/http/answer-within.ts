import type { FastifyReply } from 'fastify';
import { Refusal } from '../refusal.js';

/**
 * Waits for an answer for so many milliseconds, and tells whoever makes it, by the signal, when nobody waits any longer.
 * Throws a Refusal (QUERY_TIMEOUT) when the time is over. Fastify's own handlerTimeout and request.signal (5.12) take a
 * body that has been read for a client that has gone.
 */
export async function answerWithin<Answer>(
  reply: FastifyReply,
  ms: number,
  answer: (signal: AbortSignal) => Promise<Answer>,
): Promise<Answer> {
  const controller = new AbortController();
  const { signal } = controller;
  const tooLate = () => controller.abort(new Refusal('QUERY_TIMEOUT', TOO_LATE, { milliseconds: ms }));
  const gone = () => controller.abort(Object.assign(new Error('The client has gone.'), { statusCode: 499 }));

  const timer = setTimeout(tooLate, ms);
  reply.raw.once('close', gone);
  try {
    return await Promise.race([answer(signal), rejectWhenAborted(signal)]);
  } finally {
    clearTimeout(timer);
    reply.raw.off('close', gone);
  }
}

const TOO_LATE = 'This took too long to answer: ask for fewer at once, or narrow the filter.';

function rejectWhenAborted(signal: AbortSignal): Promise<never> {
  return new Promise((_resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
  });
}
