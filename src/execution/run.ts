import type { FieldNode } from 'graphql';
import type { Context } from '../graphql/context.js';

/** A query under way: what it was asked with, and what it has cost so far. */
export interface Run {
  context: Context;
  /** As coerced by GraphQL: with their defaults. */
  variables: Record<string, unknown>;
  /** The arguments of fields that take variables, once they have been read for these. */
  arguments: Map<FieldNode, Record<string, unknown>>;
  /** As answerCost counts. */
  points: number;
}

/** Writes a value as JSON: at once where everything is there, else when it has been loaded. */
export type Write = (value: unknown, run: Run) => string | Promise<string>;

/**
 * Something that compiled queries leave to graphql-js: an error, a null where none may be, a list that is no array. What was
 * loaded until then is loaded already for whoever asks again with the same context.
 */
export class NotCompiled extends Error {}
