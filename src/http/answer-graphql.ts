import type { ApolloServer, HTTPGraphQLRequest, HTTPGraphQLResponse } from '@apollo/server';
import type { Answers, KeptAnswer } from '../answers/answers.js';
import { isKeepable } from '../answers/is-keepable.js';
import { keepAnswer, type Standing } from '../answers/keep-answer.js';
import type { AnswerNote } from '../answers/note-answers.js';
import { questionKey } from '../answers/question-key.js';
import { viewOfReader } from '../content/view-of-reader.js';
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

type Made = Pick<GraphqlAnswer, 'http' | 'written'>;

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
export async function answerGraphql(asked: GraphqlQuestion, options: AnswerGraphqlOptions): Promise<GraphqlAnswer> {
  const { question } = asked;
  let context: Context;
  try {
    context = await asked.createContext();
  } catch (error) {
    // Whoever must not ask is told so by Apollo, as ever.
    return { ...(await askApollo(asked, async () => Promise.reject(error), ignore, options)), context: null };
  }
  const { answers } = options;
  const standing = answers && question && standingOf(context);
  if (!standing) return { ...(await answerAnew(asked, context, ignore, options)), kept: null, context };

  const key = `${questionKey(question)} ${standing.view.name}`;
  const looked = answers.find(key, standing.fence, context.now);
  const found = looked instanceof Promise ? await looked : looked;
  if (found && (await (context.quota?.tryToSpend(found.cost.requested) ?? true))) {
    await context.quota?.settle(found.cost.actual);
    return { http: null, written: found, kept: found, context };
  }
  return answers.make(key, standing.fence, async judge => {
    let keepable = false;
    const made = await answerAnew(asked, context, judged => judge((keepable = judged)), options);
    return { ...made, kept: keepable && made.written ? keepAnswer(made.written, standing) : null, context };
  });
}

const ignore: Judge = () => {};

/** Runs the query as compiled, or else by Apollo. */
async function answerAnew(
  asked: GraphqlQuestion,
  context: Context,
  judge: Judge,
  options: AnswerGraphqlOptions,
): Promise<Made> {
  const { question } = asked;
  const known = question && options.queries.find(question);
  if (known) {
    judge(isKeepable(known.schema, known.document, question.variables));
    const written = await answerKnownQuery(known, question.variables, { context, mostPoints: options.mostPoints });
    if (written) return { http: null, written };
  }
  return askApollo(asked, async () => context, judge, options);
}

/** Null where the answer depends on more than can be told, or on who asks. */
function standingOf({ fence, reader, now }: Context): Standing | null {
  const view = viewOfReader(reader, now);
  return fence && view ? { fence, view, now } : null;
}

async function askApollo(
  { question, toApollo }: GraphqlQuestion,
  createContext: () => Promise<Context>,
  judge: Judge,
  { apollo, queries, notes }: AnswerGraphqlOptions,
): Promise<Made & { kept: null }> {
  const http = toApollo();
  const note: AnswerNote = {
    judge: (document, schema) => judge(isKeepable(schema, document, question?.variables)),
    asked: null,
    result: null,
  };
  notes.set(http, note);
  const made = await apollo.executeHTTPGraphQLRequest({ httpGraphQLRequest: http, context: createContext });
  const written = question && writtenAnswer(made, note);
  if (question && written && note.asked) queries.learn(question, { ...note.asked, contentType: written.contentType });
  return { http: made, written, kept: null };
}
