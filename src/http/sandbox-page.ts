import { randomBytes } from 'node:crypto';
import { scriptJson } from '../content/escape-html.js';
import type { Operation } from './read-operations.js';

const SCRIPTS = 'https://embeddable-sandbox.cdn.apollographql.com';
const FRAMES = 'https://sandbox.embed.apollographql.com';

/**
 * The page for a browser at `/graphql`: Apollo Sandbox (from Apollo's servers, without telemetry or cookies), opened on
 * an example. Where those servers cannot be reached the page leads to our own explorer.
 */
export function sandboxPage(example: Operation | null): string {
  const nonce = randomBytes(16).toString('base64');
  const policy = [
    `script-src 'nonce-${nonce}' ${SCRIPTS}`,
    `style-src 'nonce-${nonce}' ${SCRIPTS}`,
    `frame-src ${FRAMES}`,
    `img-src ${SCRIPTS} data:`,
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  const initialState = { ...(example ? { document: example.document } : {}), includeCookies: false };

  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="content-security-policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>Nhịp Cầu: Apollo Sandbox</title>
<link rel="icon" href="data:,">
<style nonce="${nonce}">
  html, body { height: 100%; margin: 0; font: 1rem/1.5 system-ui, sans-serif; }
  main { max-width: 34rem; margin: 0 auto; padding: 12vh 1.5rem; }
  #sandbox:not(:empty) { position: fixed; inset: 0; background: #fff; }
  #sandbox iframe { width: 100%; height: 100%; border: 0; }
</style>
</head>
<body>
<main>
  <h1>GraphQL lives here</h1>
  <p id="state">Apollo Sandbox is on its way from Apollo’s servers…</p>
  <p>It needs JavaScript and a connection to those servers. <a href="/explorer">The built-in explorer</a> needs no connection
  but this one. Programs send their queries to this very address.</p>
</main>
<div id="sandbox"></div>
<script nonce="${nonce}" src="${SCRIPTS}/v2/embeddable-sandbox.umd.production.min.js"></script>
<script nonce="${nonce}">
  if (window.EmbeddedSandbox) {
    new window.EmbeddedSandbox({
      target: '#sandbox',
      initialEndpoint: location.origin + location.pathname,
      initialState: ${scriptJson(initialState)},
      endpointIsEditable: false,
      hideCookieToggle: true,
      runTelemetry: false,
      allowDynamicStyles: false,
    });
  } else {
    document.getElementById('state').textContent = 'Apollo Sandbox could not be loaded.';
  }
</script>
</body>
</html>
`;
}
