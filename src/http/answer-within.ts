import type { ServerResponse } from 'node:http';
import { Deadline } from '../graphql/deadline.js';
import { Refusal } from '../refusal.js';

/**
 * Waits for an answer for so many milliseconds, or as many more as its maker asks for with `allowTime`, and tells whoever makes it, by the deadline, when nobody waits any longer.
 * Throws a Refusal (QUERY_TIMEOUT) when the time is over. Fastify's own handlerTimeout and request.signal (5.12) take a
 * body that has been read for a client that has gone.
 */
export async function answerWithin<Answer>(
  response: ServerResponse,
  ms: number,
  answer: (deadline: Deadline) => Promise<Answer>,
): Promise<Answer> {
  return new Promise<Answer>((resolve, reject) => {
    // Fields that wait do so together: the longest counts, from the moment at which it begins.
    let longest = 0;
    const deadline = new Deadline(more => {
      if (more <= longest || deadline.isOver) return;
      longest = more;
      clearTimeout(timer);
      timer = setTimeout(tooLate, ms + more);
    });
    const giveUp = (reason: Error): void => {
      deadline.end(reason);
      end();
      reject(reason);
    };
    const tooLate = () => giveUp(new Refusal('QUERY_TIMEOUT', TOO_LATE, { milliseconds: ms }));
    const gone = () => giveUp(clientHasGone());
    const end = (): void => {
      clearTimeout(timer);
      response.off('close', gone);
    };

    let timer = setTimeout(tooLate, ms);
    response.once('close', gone);
    void answer(deadline).then(resolve, reject).finally(end);
  });
}

/** Nobody is told of it: nginx's status is for the log. */
export function clientHasGone(): Error {
  return Object.assign(new Error('The client has gone.'), { statusCode: 499 });
}

const TOO_LATE = 'This took too long to answer: ask for fewer at once, or narrow the filter.';
