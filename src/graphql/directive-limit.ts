import type { ValidationRule } from 'graphql';
import { Refusal } from '../refusal.js';
import { asGraphqlError } from './as-graphql-error.js';

/** Refuses documents with more than `most` directives. */
export function directiveLimit(most: number): ValidationRule {
  return context => {
    let directives = 0;

    return {
      Directive() {
        directives += 1;
      },
      Document: {
        leave() {
          if (directives <= most) return;
          const message = `This document has ${directives} directives, and at most ${most} are allowed: leave fields out instead of skipping them.`;
          context.reportError(asGraphqlError(new Refusal('QUERY_TOO_COSTLY', message, { directives, limit: most })));
        },
      },
    };
  };
}
