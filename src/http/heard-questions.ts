import { LRUCache } from 'lru-cache';
import type { IncomingHttpHeaders } from 'node:http';
import { readGraphqlBody } from './read-graphql-body.js';
import { type AskedQuestion, readQuestion } from './read-question.js';

/** Reads what was posted. Throws a Refusal (BAD_USER_INPUT) for what is no JSON. */
export type HearQuestion = (bytes: Buffer, headers: IncomingHttpHeaders) => Heard;

export interface Heard {
  question: AskedQuestion | null;
  body: () => unknown;
}

/** Bytes of what is remembered, and of the longest question that is. */
const MOST_BYTES = 2_000_000;
const LONGEST = 10_000;

/** Remembers what the bytes of a question say: clients ask the same ones again and again. */
export function hearQuestions(): HearQuestion {
  const heard = new LRUCache<string, AskedQuestion>({
    maxSize: MOST_BYTES,
    sizeCalculation: (_question, key) => 4 * key.length,
  });
  return (bytes, headers) => {
    const key = `${headers.accept ?? ''}\n${bytes.toString('latin1')}`;
    const known = heard.get(key);
    if (known) return { question: known, body: () => readGraphqlBody(bytes) };

    const body = readGraphqlBody(bytes);
    const question = readQuestion({ method: 'POST', headers, search: '', body });
    if (question && key.length <= LONGEST) heard.set(key, question);
    return { question, body: () => body };
  };
}
