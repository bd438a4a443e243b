import type { Gateway } from '../gateway.js';
import type { DemoKey } from '../ingest/seed-partners.js';

/** What a person who has started the gateway sees: where everything is, the keys of the demo that was just made, and what to try. */
export function welcome({ url, database, demoKeys }: Pick<Gateway, 'url' | 'database' | 'demoKeys'>): string {
  const query =
    '{ articles(filter: { events: { any: [\\"vietnam-laos-2022\\"] } }, first: 3) { nodes { headline language publishedAt } } }';
  return `
  Nhịp Cầu is ready.

  Start page   ${url}/
  GraphQL API  ${url}/graphql
  Sandbox      ${url}/graphql   in a browser (Apollo Sandbox, needs the internet)
  Explorer     ${url}/explorer  in a browser (works offline)
  Database     ${database}

  Try:
  curl -s ${url}/graphql -H 'content-type: application/json' \\
    -d '{"query":"${query}"}'
${keysShown(url, demoKeys ?? [])}
  Ctrl-C stops it.
`;
}

function keysShown(url: string, keys: DemoKey[]): string {
  const [first] = keys;
  if (!first) return '';
  const width = Math.max(...keys.map(({ partner }) => partner.length));
  const lines = keys.map(({ partner, shows, text }) => `  ${partner.padEnd(width)}  ${text}  ${shows}`);
  return `
  The demo's partners, with their keys. They are not shown again: "nhip-cau keys create" makes others.
${lines.join('\n')}

  As ${first.partner}, whole texts of every source:
  curl -s ${url}/graphql -H 'content-type: application/json' \\
    -H 'authorization: Bearer ${first.text}' \\
    -d '{"query":"{ articles(first: 3) { nodes { headline source { name } body { html } usage { mayPublishText } } } }"}'
`;
}
