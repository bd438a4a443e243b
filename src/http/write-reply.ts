import type { IncomingHttpHeaders, ServerResponse } from 'node:http';
import { compressed, encodingFor } from './compression.js';
import { CROSS_ORIGIN_HEADERS } from './cross-origin.js';
import type { GraphqlReply } from './graphql-request.js';
import { securityHeadersOf } from './security-headers.js';

/** Writes an answer as Fastify would with all its hooks, on node's own response. @param isLast Whether the connection ends with it. */
export async function writeReply(
  response: ServerResponse,
  { id, headers: asked }: { id: string; headers: IncomingHttpHeaders },
  { status, headers, body }: GraphqlReply,
  isLast: boolean,
): Promise<void> {
  const whole = body ?? '';
  const encoding = encodingFor(Buffer.byteLength(whole), asked);
  const sent = encoding === null ? whole : await compressed(whole, encoding);
  if (response.destroyed) return;

  const head: string[] = [];
  add(head, securityHeadersOf(id));
  add(head, CROSS_ORIGIN_HEADERS);
  if (encoding === null) add(head, headers);
  else add(head, { ...headers, vary: withEncoding(headers.vary), 'content-encoding': encoding });
  if (isLast) head.push('connection', 'close');
  head.push('content-length', String(Buffer.byteLength(sent)));
  response.writeHead(status, head).end(sent);
}

function add(head: string[], headers: Readonly<Record<string, string>>): void {
  for (const name in headers) head.push(name, headers[name]!);
}

function withEncoding(vary: string | undefined): string {
  return vary === undefined ? 'accept-encoding' : `${vary}, accept-encoding`;
}
