import { escapeHtml, scriptJson } from '../content/escape-html.js';
import type { Operation } from './read-operations.js';

/** The page at `/explorer`: the examples to choose from, and below them GraphiQL. */
export function explorerPage(operations: Operation[]): string {
  const examples = operations.map(
    ({ title, document }) =>
      `<li><a href="/explorer?query=${encodeURIComponent(document)}">${escapeHtml(title)}</a></li>`,
  );
  const menu = `<details><summary>Examples</summary><ul>${examples.join('')}</ul></details>`;

  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Nhịp Cầu: explorer</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/explorer/files/graphiql.css">
<link rel="stylesheet" href="/explorer/files/explorer.css">
</head>
<body class="no-focus-outline">
<header>
  <strong><a href="/">Nhịp Cầu</a></strong>
  ${operations.length > 0 ? menu : ''}
  <nav><a href="/graphql">Sandbox</a></nav>
</header>
<div id="graphiql"><noscript><p>The explorer needs JavaScript. Queries may also be sent to /graphql by any program.</p></noscript></div>
<script type="application/json" id="settings">${scriptJson({ example: operations[0]?.document })}</script>
<script src="/explorer/files/graphiql.js"></script>
<script src="/explorer/files/explorer.js"></script>
</body>
</html>
`;
}
