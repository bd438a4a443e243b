import type { DocumentNode, GraphQLSchema, OperationDefinitionNode } from 'graphql';
import { LRUCache } from 'lru-cache';
import { createKnownQuery, type KnownQuery } from './known-query.js';

/** How a client names what it asks: by the document or by the hash it was registered by, and by an operation in it. */
export interface Question {
  query: string | null;
  hash: string | null;
  operationName: string | null;
  /** The media types that the client takes, as it says them. */
  accept: string;
}

/** What was found out when a question was asked before. */
export interface Learned {
  schema: GraphQLSchema;
  document: DocumentNode;
  operation: OperationDefinitionNode;
  contentType: string;
}

/** The queries that have been answered without errors: of so many bytes of text at most; the least recently asked leave first. */
export interface KnownQueries {
  find: (question: Question) => KnownQuery | null;
  learn: (question: Question, learned: Learned) => void;
}

/** Bytes of text; the documents made of it, and what is compiled, take some fifty times as much. */
const MOST_BYTES = 1_000_000;

export function openKnownQueries(): KnownQueries {
  const known = new LRUCache<string, KnownQuery>({ maxSize: MOST_BYTES, sizeCalculation: (_query, key) => key.length });
  return {
    find: question => known.get(keyOf(question)) ?? null,
    learn(question, learned) {
      const key = keyOf(question);
      if (known.has(key)) return;
      const query = createKnownQuery(learned);
      // One registered by a short hash is as large as its document.
      if (query) known.set(key, query, { size: Math.max(key.length, learned.document.loc?.end ?? 0) });
    },
  };
}

function keyOf(question: Question): string {
  const known = keys.get(question);
  if (known !== undefined) return known;
  const { query, hash, operationName, accept } = question;
  const key = `${accept}\n${operationName ?? ''}\n${hash ?? ''}\n${query ?? ''}`;
  keys.set(question, key);
  return key;
}

/** The same bytes that were sent again are the same question (http/heard-questions.ts). */
const keys = new WeakMap<Question, string>();
