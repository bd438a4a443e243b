import type { Context } from '../graphql/context.js';
import type { KnownQuery } from './known-query.js';

/** The JSON of an answer up to its extensions, and its points. */
export interface CompiledAnswer {
  body: string;
  contentType: string;
  operationName: string | null;
  cost: { requested: number; actual: number };
}

/**
 * Answers a known query as compiled, and takes its points. Null where anything is not as it should be, such as a variable, a
 * resolver's refusal, a quota or a price: graphql-js then answers, from the start but with what has been loaded and paid for.
 */
export async function answerKnownQuery(
  known: KnownQuery,
  input: unknown,
  { context, mostPoints }: { context: Context; mostPoints: number },
): Promise<CompiledAnswer | null> {
  const { quota } = context;
  try {
    const variables = known.coerce(input);
    const requested = variables && known.mayCost(variables);
    if (!variables || requested === null || requested > mostPoints) return null;
    if (!(await (quota?.tryToSpend(requested) ?? true))) return null;

    const { data, points } = await known.run(variables, context);
    const actual = Math.min(Math.max(1, points), requested);
    await quota?.settle(actual);
    const { contentType, operationName } = known;
    return { body: `{"data":${data}`, contentType, operationName, cost: { requested, actual } };
  } catch {
    return null; // Whatever it was, graphql-js meets it too, and it is told of as ever.
  }
}
