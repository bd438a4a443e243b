import { isValueNode, TokenKind, type ASTNode, type Token } from 'graphql';

/** The argument or input field that a value in a document is written for, such as "first"; null for anything else. */
export function argumentOf(node: ASTNode | undefined): string | null {
  if (!node || !isValueNode(node)) return null;

  let open = 0;
  for (let token: Token | null | undefined = node.loc?.startToken.prev; token; token = token.prev) {
    if (closes(token)) open += 1;
    else if (opens(token)) open = Math.max(open - 1, 0);
    else if (token.kind === TokenKind.COLON && open === 0) return token.prev?.value ?? null;
  }
  return null;
}

function closes({ kind }: Token): boolean {
  return kind === TokenKind.BRACKET_R || kind === TokenKind.BRACE_R;
}

function opens({ kind }: Token): boolean {
  return kind === TokenKind.BRACKET_L || kind === TokenKind.BRACE_L;
}
