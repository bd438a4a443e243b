import { html, raw } from 'hono/html';

/** A piece of a page: markup with values in it, which are escaped. */
export type Html = ReturnType<typeof html>;

export { html };

/** What is HTML already: from our sanitiser, or written by us. */
export const markup = raw;
