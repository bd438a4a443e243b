import type { ApolloServer, HTTPGraphQLRequest, HTTPGraphQLResponse } from '@apollo/server';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Answers, KeptAnswer } from '../answers/answers.js';
import { extensionsOf, keepAnswer } from '../answers/keep-answer.js';
import type { AnswerNote } from '../answers/note-answers.js';
import { questionKey } from '../answers/question-key.js';
import { viewOfReader } from '../answers/view-of-reader.js';
import type { Context } from '../graphql/context.js';

/** An answer of Apollo's, with what is kept of it, or one that was kept. */
export type GraphqlAnswer =
  | { http: HTTPGraphQLResponse; kept: KeptAnswer | null; context: Context | null }
  | { http: null; kept: KeptAnswer; context: Context };

export interface AnswerGraphqlOptions {
  apollo: ApolloServer<Context>;
  /** Null where nothing is kept. */
  answers: Answers | null;
  notes: WeakMap<HTTPGraphQLRequest, AnswerNote>;
}

/**
 * The fast path. A question that was answered before, for somebody who may see the same, is answered from memory, if the fence
 * that this request's context has read says that nothing has changed since. Who asks, what it costs and what they have left is
 * found out for each request all the same. Everything else goes through Apollo, and is kept if it can be.
 */
export async function answerGraphql(
  http: HTTPGraphQLRequest,
  createContext: () => Promise<Context>,
  { apollo, answers, notes }: AnswerGraphqlOptions,
): Promise<GraphqlAnswer> {
  const execute = (context: () => Promise<Context>): Promise<HTTPGraphQLResponse> =>
    apollo.executeHTTPGraphQLRequest({ httpGraphQLRequest: http, context });

  const question = answers && questionKey(http);
  if (!question) return { http: await execute(createContext), kept: null, context: null };
  const creating = createContext();
  // Whoever must not ask is told so by Apollo, as ever.
  const context = await creating.catch(() => null);
  const { fence, now, reader, quota } = context ?? {};
  const view = reader && now && viewOfReader(reader, now);
  if (!context || !fence || !view) return { http: await execute(() => creating), kept: null, context };

  const key = `${question} ${view.name}`;
  const found = await answers.find(key, fence, context.now);
  if (found && (await (quota?.tryToSpend(found.cost.requested) ?? true))) {
    await quota?.settle(found.cost.actual);
    return { http: null, kept: found, context };
  }
  return answers.make(key, fence, async judge => {
    const note: AnswerNote = { judge, keepable: false, operationName: null, result: null };
    notes.set(http, note);
    const made = await execute(() => creating);
    return { http: made, kept: keepAnswer(made, note, { fence, view, now: context.now }), context };
  });
}

/** Writes down a kept answer, with what the reader is told for themselves. */
export function writeKept(
  { body, contentType, cost, operationName }: KeptAnswer,
  context: Context,
  request: FastifyRequest,
  reply: FastifyReply,
): Buffer {
  const { quota } = context;
  const standing = quota?.standing() ?? { remaining: null, resets: null };
  request.outcome = { operationName, errors: [] };
  reply.header('content-type', contentType).header('x-query-cost', String(cost.requested));
  for (const [name, value] of quota?.headers() ?? []) reply.header(name, value);
  return Buffer.concat([body, Buffer.from(extensionsOf({ cost: { ...cost, ...standing } }))]);
}
