import { escapeHtml } from '../content/escape-html.js';

const STYLE = `
:root { color-scheme: light dark; --ink: light-dark(#1c1917, #f5f5f4); --soft: light-dark(#57534e, #a8a29e);
  --paper: light-dark(#fdfcfa, #171412); --card: light-dark(#fff, #221e1b); --line: light-dark(#e7e2da, #3b3531);
  --red: light-dark(#b4232a, #ff8f87); }
* { box-sizing: border-box; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 1.0625rem/1.6 system-ui, sans-serif; }
main { max-width: 58rem; margin: 0 auto; padding: clamp(2rem, 8vw, 6rem) clamp(1.25rem, 5vw, 3rem); }
h1 { margin: 0; font-size: clamp(2.5rem, 9vw, 4.5rem); line-height: 1.05; letter-spacing: -0.02em; }
h1::after { content: ''; display: block; width: 5rem; height: 0.35rem; margin-top: 1rem; border-radius: 1rem; background: var(--red); }
.lead { max-width: 40rem; margin: 1.5rem 0 2.5rem; font-size: clamp(1.125rem, 2.6vw, 1.375rem); color: var(--soft); }
ul { display: grid; grid-template-columns: repeat(auto-fit, minmax(15rem, 1fr)); gap: 1rem; margin: 0; padding: 0; list-style: none; }
li a { display: block; height: 100%; padding: 1.25rem; border: 1px solid var(--line); border-radius: 0.75rem;
  background: var(--card); color: inherit; text-decoration: none; }
li a:hover, li a:focus-visible { border-color: var(--red); }
li strong { display: block; color: var(--red); }
li span { color: var(--soft); font-size: 0.9375rem; }
h2 { margin: 3rem 0 0.75rem; font-size: 1.25rem; }
pre { margin: 0; padding: 1.25rem; overflow-x: auto; border: 1px solid var(--line); border-radius: 0.75rem; background: var(--card);
  font: 0.875rem/1.6 ui-monospace, monospace; }
`;

const PLACES = [
  ['/explorer', 'Explorer', 'Write queries with the schema at hand. Needs no other site.'],
  ['/graphql', 'Apollo Sandbox', 'The same endpoint in Apollo’s own explorer.'],
  ['/health/ready', 'Health', 'Whether the gateway and its database can answer.'],
] as const;

/** The page at `/`: what this is, where to go, and a first query to send. */
export function startPage(publicUrl: string): string {
  const places = PLACES.map(
    ([address, name, words]) => `<li><a href="${address}"><strong>${name}</strong><span>${words}</span></a></li>`,
  );
  const query = '{"query": "{ articles(first: 5) { nodes { headline language publishedAt } } }"}';
  const curl = `curl ${publicUrl}/graphql \\\n  -H 'content-type: application/json' \\\n  -d '${query}'`;

  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Nhịp Cầu</title>
<meta name="description" content="Articles by topic, event and date, over GraphQL.">
<link rel="icon" href="data:,">
<style>${STYLE}</style>
</head>
<body>
<main>
  <h1 lang="vi">Nhịp Cầu</h1>
  <p class="lead">Articles by topic, event and date, in every language they were published in, for newsrooms, embassy
  sites and developers. Over GraphQL.</p>
  <ul>${places.join('')}</ul>
  <h2>A first query</h2>
  <pre><code>${escapeHtml(curl)}</code></pre>
</main>
</body>
</html>
`;
}
