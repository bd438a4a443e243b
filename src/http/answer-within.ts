import type { FastifyReply } from 'fastify';
import { Refusal } from '../refusal.js';

/**
 * Waits for an answer for so many milliseconds, or as many more as its maker asks for with `allowTime`, and tells whoever makes it, by the signal, when nobody waits any longer.
 * Throws a Refusal (QUERY_TIMEOUT) when the time is over. Fastify's own handlerTimeout and request.signal (5.12) take a
 * body that has been read for a client that has gone.
 */
export async function answerWithin<Answer>(
  reply: FastifyReply,
  ms: number,
  answer: (signal: AbortSignal, allowTime: (more: number) => void) => Promise<Answer>,
): Promise<Answer> {
  const controller = new AbortController();
  const { signal } = controller;
  const tooLate = () => controller.abort(new Refusal('QUERY_TIMEOUT', TOO_LATE, { milliseconds: ms }));
  const gone = () => controller.abort(Object.assign(new Error('The client has gone.'), { statusCode: 499 }));

  let timer = setTimeout(tooLate, ms);
  // Fields that wait do so together: the longest counts, from the moment at which it begins.
  let longest = 0;
  const allowTime = (more: number): void => {
    if (more <= longest || signal.aborted) return;
    longest = more;
    clearTimeout(timer);
    timer = setTimeout(tooLate, ms + more);
  };
  reply.raw.once('close', gone);
  try {
    return await Promise.race([answer(signal, allowTime), rejectWhenAborted(signal)]);
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
