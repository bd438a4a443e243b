import { isValueNode, Kind, TokenKind, type GraphQLError, type Token } from 'graphql';

/**
 * The argument that an error about a value is about, with the way into it, such as "filter.published.from"; null for an
 * error about anything else. The value may stand in the document or in a variable.
 */
export function argumentOf({ nodes, message }: GraphQLError): string | null {
  const node = nodes?.[0];
  if (!node) return null;
  if (isValueNode(node)) return pathTo(node.loc?.startToken);
  if (node.kind !== Kind.VARIABLE_DEFINITION) return null;

  const name = node.variable.name.value;
  const path = pathTo(useOf(name, node.loc?.endToken)) ?? name;
  return path + insideVariable(name, message);
}

/** Outwards from a value: the name before each colon that is not a sibling's, up to the parenthesis of the arguments. */
function pathTo(value: Token | null | undefined): string | null {
  const names: string[] = [];
  let closed = 0;
  let named = false;

  for (let token = value?.prev; token; token = token.prev) {
    if (isOneOf(token, TokenKind.BRACKET_R, TokenKind.BRACE_R)) closed += 1;
    else if (isOneOf(token, TokenKind.BRACKET_L, TokenKind.BRACE_L)) {
      if (closed > 0) closed -= 1;
      else if (token.kind === TokenKind.BRACE_L) named = false;
    } else if (closed === 0 && token.kind === TokenKind.PAREN_L) break;
    else if (closed === 0 && token.kind === TokenKind.COLON && !named) {
      names.unshift(token.prev?.value ?? '');
      named = true;
    }
  }
  return names.length > 0 ? names.join('.') : null;
}

/** Where a variable is first used, after its definition: "$name" without a type behind it. */
function useOf(name: string, definition: Token | undefined): Token | null {
  for (let token = definition?.next; token; token = token.next) {
    const { kind, next } = token;
    if (kind === TokenKind.DOLLAR && next?.value === name && next.next?.kind !== TokenKind.COLON) return token;
  }
  return null;
}

/** What GraphQL says of a value within a variable: Variable "$filter" got invalid value 1 at "filter.languages[0]". */
function insideVariable(name: string, message: string): string {
  const [, path = ''] = new RegExp(` at "${name}((?:\\.\\w+|\\[\\d+\\])+)"; `).exec(message) ?? [];
  return path.replace(/\[\d+\]/g, '');
}

function isOneOf({ kind }: Token, ...kinds: TokenKind[]): boolean {
  return kinds.includes(kind);
}
