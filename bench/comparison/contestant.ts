import { globalId } from '../../src/graphql/global-id.js';
import type { LoadRequest } from './run-load.js';
import { DOCUMENTS, type GraphqlRequest, POSTGRAPHILE_DOCUMENTS, type QueryName, type Question } from './questions.js';
import { type Answer, readAnswer, readPostgraphileAnswer } from './read-answer.js';
import type { ServerProcess } from './server-process.js';

/** One server of the comparison: how it is asked, and how its answers are read. */
export interface Contestant {
  name: string;
  server: ServerProcess;
  headers: Record<string, string>;
  documents: Record<QueryName, string>;
  /** How it takes the key of an article. */
  articleId: (key: number) => string;
  /** An answer in the shape in which all are compared. */
  read: (query: QueryName, data: never) => Answer;
  /** Cursors that it has given, by what they lead to. */
  cursors: Map<string, string>;
  /** The most of one page. */
  largestPage: number;
}

export function asGateway(name: string, server: ServerProcess, key: string): Contestant {
  return {
    name,
    server,
    headers: { 'x-api-key': key },
    documents: DOCUMENTS,
    articleId: article => globalId('Article', article),
    read: (query, data) => readAnswer(query, data, keyOfId),
    cursors: new Map(),
    largestPage: 100,
  };
}

export function asMercurius(server: ServerProcess): Contestant {
  return {
    name: 'mercurius',
    server,
    headers: {},
    documents: DOCUMENTS,
    articleId: String,
    read: (query, data) => readAnswer(query, data, Number),
    cursors: new Map(),
    largestPage: 1_000,
  };
}

export function asPostgraphile(server: ServerProcess): Contestant {
  return {
    name: 'postgraphile',
    server,
    headers: {},
    documents: POSTGRAPHILE_DOCUMENTS,
    articleId: String,
    read: readPostgraphileAnswer,
    cursors: new Map(),
    largestPage: 1_000,
  };
}

/** A question as this server takes it; its cursors are asked for by `findCursors` first. */
export function requestFor(contestant: Contestant, query: QueryName, question: Question): GraphqlRequest {
  const { topic, language, article, event, from, to } = question;
  const document = contestant.documents[query];
  const after = contestant.cursors.get(placeOf(query, question)) ?? null;
  if (query === 'Q1' || query === 'Q2') return { query: document, variables: { topic, language } };
  if (query === 'Q3') return { query: document, variables: { id: contestant.articleId(article!) } };
  if (query === 'Q4') return { query: document, variables: { after } };
  return { query: document, variables: { event, from, to, first: 20, after } };
}

/** The same as a line of a load. */
export function loadRequestFor(contestant: Contestant, query: QueryName, question: Question): LoadRequest {
  return {
    method: 'POST',
    path: '/graphql',
    headers: { 'content-type': 'application/json', ...contestant.headers },
    body: JSON.stringify(requestFor(contestant, query, question)),
  };
}

/** Asks, and gives the data. Throws an Error for anything else. */
export async function ask(contestant: Contestant, request: GraphqlRequest): Promise<never> {
  const response = await fetch(`${contestant.server.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...contestant.headers },
    body: JSON.stringify(request),
  });
  const answer = (await response.json()) as { data?: never; errors?: unknown };
  if (answer.errors === undefined && answer.data !== undefined) return answer.data;
  throw new Error(`${contestant.name}: ${JSON.stringify(answer.errors)} to ${JSON.stringify(request)}`);
}

/** Walks to every place that the questions begin at, by the server's own cursors. */
export async function findCursors(contestant: Contestant, query: 'Q4' | 'Q5', questions: Question[]): Promise<void> {
  for (const question of questions) {
    const skip = question.skip ?? 0;
    let after: string | null = null;
    const most: number = query === 'Q4' ? 20 : contestant.largestPage;
    for (let passed = 0; passed < skip; passed += most) {
      const request = requestFor(contestant, query, question);
      const first = Math.min(most, skip - passed);
      const variables = { ...request.variables, after, ...(query === 'Q5' ? { first } : {}) };
      const data: never = await ask(contestant, { ...request, variables });
      after = contestant.read(query, data).endCursor;
    }
    if (after !== null) contestant.cursors.set(placeOf(query, question), after);
  }
}

function placeOf(query: QueryName, { event, from, to, skip }: Question): string {
  return JSON.stringify([query, event, from, to, skip]);
}

/** "art_", the key in base 36, two check digits. */
function keyOfId(id: string): number {
  return Number.parseInt(id.slice(4, -2), 36);
}
