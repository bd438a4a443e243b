import { print, type ValidationRule } from 'graphql';
import { Refusal } from '../refusal.js';
import { asGraphqlError } from './as-graphql-error.js';

/**
 * Refuses documents with more than `most` aliases, or with the same field and the same arguments under more than
 * `repeats` names. Twenty topics asked for by slug are twenty different fields; twenty copies of a body are not.
 */
export function aliasLimit(most: number, repeats: number): ValidationRule {
  return context => {
    let aliases = 0;
    const namesOf = new Map<string, Set<string>>();

    return {
      Field(field) {
        if (!field.alias) return;
        aliases += 1;
        const place = `${context.getParentType()?.name ?? ''}.${field.name.value}`;
        const asked = `${place}(${(field.arguments ?? []).map(print).toSorted().join()})`;
        const names = namesOf.get(asked) ?? new Set();
        namesOf.set(asked, names.add(field.alias.value));

        // Exactly once per field, so that the answer is one error and not a thousand.
        if (names.size !== repeats + 1) return;
        const message = `${place} is asked for under more than ${repeats} names with the same arguments: ask once, and copy the answer.`;
        context.reportError(asGraphqlError(new Refusal('QUERY_TOO_COSTLY', message, { limit: repeats }), [field]));
      },
      Document: {
        leave() {
          if (aliases <= most) return;
          const message = `This document has ${aliases} aliases, and at most ${most} are allowed: split it into several requests.`;
          context.reportError(asGraphqlError(new Refusal('QUERY_TOO_COSTLY', message, { aliases, limit: most })));
        },
      },
    };
  };
}
