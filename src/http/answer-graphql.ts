import type { ApolloServer, HTTPGraphQLRequest, HTTPGraphQLResponse } from '@apollo/server';
import type { Answers, KeptAnswer } from '../answers/answers.js';
import { isKeepable } from '../answers/is-keepable.js';
import { keepAnswer, type Standing } from '../answers/keep-answer.js';
import type { AnswerNote } from '../answers/note-answers.js';
import { questionKey } from '../answers/question-key.js';
import { viewOfReader } from '../answers/view-of-reader.js';
import { writtenAnswer, type WrittenAnswer } from '../answers/written-answer.js';
import { answerKnownQuery } from '../execution/answer-known-query.js';
import type { KnownQueries } from '../execution/known-queries.js';
import type { Context } from '../graphql/context.js';
import type { AskedQuestion } from './read-question.js';

/** An answer without errors, or whatever Apollo has to say. */
export interface GraphqlAnswer {
  /** Null where Apollo was not asked. */
  http: HTTPGraphQLResponse | null;
  /** Null where there is something in Apollo's answer that nobody else may be given. */
  written: WrittenAnswer | null;
  /** The same, if it is kept. */
  kept: KeptAnswer | null;
  context: Context | null;
}

/** What is asked, and by whom. */
export interface GraphqlQuestion {
  /** Null where Apollo has to judge what it is. */
  question: AskedQuestion | null;
  toApollo: () => HTTPGraphQLRequest;
  createContext: () => Promise<Context>;
}

export interface AnswerGraphqlOptions {
  apollo: ApolloServer<Context>;
  /** Null where nothing is kept. */
  answers: Answers | null;
  queries: KnownQueries;
  /** The most points that a query may cost. */
  mostPoints: number;
  notes: WeakMap<HTTPGraphQLRequest, AnswerNote>;
}

/** Told, before a query runs, whether its answer can be kept. */
type Judge = (keepable: boolean) => void;

/**
 * The fast path. A question that was answered before, for somebody who may see the same, is answered from memory, if the fence
 * that this request's context has read says that nothing has changed since. Else a query that is known is run as compiled. Who
 * asks, what it costs and what they have left is found out for each request all the same. Everything else goes through Apollo,
 * which is also asked anew where a known query meets anything but an answer without errors.
 */
export async function answerGraphql(
  { question, toApollo, createContext }: GraphqlQuestion,
  options: AnswerGraphqlOptions,
): Promise<GraphqlAnswer> {
  const { answers, queries, mostPoints } = options;
  const creating = createContext();
  // Whoever must not ask is told so by Apollo, as ever.
  const context = await creating.catch(() => null);
  if (!context || !question) return askApollo(toApollo(), creating, null, () => {}, options);

  const answer = async (judge: Judge): Promise<Omit<GraphqlAnswer, 'kept'>> => {
    const known = queries.find(question);
    if (known) {
      judge(isKeepable(known.schema, known.document, question.variables));
      const written = await answerKnownQuery(known, question.variables, { context, mostPoints });
      if (written) return { http: null, written, context };
    }
    return askApollo(toApollo(), creating, question, judge, options);
  };
  const standing = answers && standingOf(context);
  if (!answers || !standing) return { ...(await answer(() => {})), kept: null };

  const key = `${questionKey(question)} ${standing.view.name}`;
  const found = await answers.find(key, standing.fence, context.now);
  if (found && (await (context.quota?.tryToSpend(found.cost.requested) ?? true))) {
    await context.quota?.settle(found.cost.actual);
    return { http: null, written: found, kept: found, context };
  }
  return answers.make(key, standing.fence, async judge => {
    let keepable = false;
    const made = await answer(judged => judge((keepable = judged)));
    return { ...made, kept: keepable && made.written ? keepAnswer(made.written, standing) : null };
  });
}

/** Null where the answer depends on more than can be told, or on who asks. */
function standingOf({ fence, reader, now }: Context): Standing | null {
  const view = viewOfReader(reader, now);
  return fence && view ? { fence, view, now } : null;
}

async function askApollo(
  http: HTTPGraphQLRequest,
  creating: Promise<Context>,
  question: AskedQuestion | null,
  judge: Judge,
  { apollo, queries, notes }: AnswerGraphqlOptions,
): Promise<GraphqlAnswer> {
  const note: AnswerNote = {
    judge: (document, schema) => judge(isKeepable(schema, document, question?.variables)),
    asked: null,
    result: null,
  };
  notes.set(http, note);
  const made = await apollo.executeHTTPGraphQLRequest({ httpGraphQLRequest: http, context: () => creating });
  const written = question && writtenAnswer(made, note);
  if (question && written && note.asked) queries.learn(question, { ...note.asked, contentType: written.contentType });
  return { http: made, written, kept: null, context: await creating.catch(() => null) };
}
