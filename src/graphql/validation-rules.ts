import type { ValidationRule } from 'graphql';
import { aliasLimit } from './alias-limit.js';
import { depthLimit } from './depth-limit.js';
import { directiveLimit } from './directive-limit.js';
import type { GraphqlLimits } from './limits.js';
import { rootFieldLimit } from './root-field-limit.js';

/** The limits that the document alone shows. Run after GraphQL's own rules, so that no fragment here contains itself. */
export function validationRules(limits: GraphqlLimits): ValidationRule[] {
  return [
    depthLimit(limits.depth),
    aliasLimit(limits.aliases, limits.repeats),
    rootFieldLimit(limits.rootFields),
    directiveLimit(limits.directives),
  ];
}
