import { visit, type ASTNode, type DocumentNode } from 'graphql';

/** Arguments that say how long a list may get: see page-size-of.ts. */
const SIZES = new Set(['first', 'last', 'ids']);

/** The variables of a document that decide which fields are asked for, and those that decide how long lists may get. */
export function decisiveVariables(document: DocumentNode): { conditions: string[]; sizes: string[] } {
  const [conditions, sizes] = [new Set<string>(), new Set<string>()];
  visit(document, {
    Directive: node => variablesIn(node).forEach(name => conditions.add(name)),
    Argument(node) {
      if (SIZES.has(node.name.value)) variablesIn(node).forEach(name => sizes.add(name));
    },
  });
  return { conditions: [...conditions], sizes: [...sizes] };
}

function variablesIn(node: ASTNode): string[] {
  const names: string[] = [];
  visit(node, { Variable: ({ name }) => void names.push(name.value) });
  return names;
}
