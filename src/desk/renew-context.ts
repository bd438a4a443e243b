import { loadReference } from '../content/reference.js';
import type { Context } from '../graphql/context.js';
import { createLoad } from '../graphql/loader.js';

/** What a request has just changed is so in its own answer, and for its next mutation; other requests hear of it at the commit. */
export async function renewContext(context: Context): Promise<void> {
  context.reference = await loadReference(context.db);
  context.load = createLoad(context);
}
