/** How much one GraphQL request may ask for. All of it is checked before anything is run. */
export interface GraphqlLimits {
  /** Words and signs in a document: what parsing and validating cost grows with. */
  tokens: number;
  /** Levels of fields below the operation. */
  depth: number;
  /** Fields with a name of the client's own choosing, in the whole document. */
  aliases: number;
  /** Names under which the same field with the same arguments may be asked for: more only swells the answer. */
  repeats: number;
  /** Fields at the top of an operation. */
  rootFields: number;
  /** Directives in the whole document. */
  directives: number;
  /** Selections of an operation once its fragments are written out. */
  selections: number;
  /** Points: see query-cost.ts. */
  cost: number;
  /** Milliseconds from the request's arrival to its answer. */
  timeMs: number;
}

/**
 * Four times what the largest honest query needs (a hundred articles with all their edges: 4,800 points; twenty topics
 * with their five newest and all of theirs: 5,000), and far below what an attack needs.
 */
export const DEFAULT_LIMITS: GraphqlLimits = {
  // Validation compares fields of one name in pairs: 3,000 tokens keep the worst document at 0.2 s of CPU.
  tokens: 3_000,
  depth: 12,
  // Thirty topics, each with its name in four languages and a list of its own.
  aliases: 200,
  repeats: 10,
  rootFields: 100,
  directives: 100,
  selections: 10_000,
  cost: 20_000,
  timeMs: 10_000,
};
