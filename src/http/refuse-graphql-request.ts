import type { FastifyRequest } from 'fastify';

/** Characters of an address: proxies and logs cut longer ones. */
const LONGEST_URL = 8_000;

/** What the head of a GraphQL request alone shows to be wrong, or null. */
export function refuseGraphqlRequest({
  url,
  headers,
}: FastifyRequest): { status: number; code: string; message: string } | null {
  if (url.length > LONGEST_URL) {
    const message = `The address is longer than ${LONGEST_URL} characters: send the query with POST.`;
    return { status: 414, code: 'BAD_REQUEST', message };
  }
  const encoding = headers['content-encoding'] ?? 'identity';
  if (encoding !== 'identity') {
    const message = 'Send the request without a content-encoding: it may be 256 kB long as it is.';
    return { status: 415, code: 'UNSUPPORTED_MEDIA_TYPE', message };
  }
  const charset = /;\s*charset\s*=\s*"?([^\s;"]+)/i.exec(headers['content-type'] ?? '')?.[1] ?? 'utf-8';
  if (!/^utf-?8$/i.test(charset)) {
    const message = 'Send the request in UTF-8: "content-type: application/json; charset=utf-8".';
    return { status: 415, code: 'UNSUPPORTED_MEDIA_TYPE', message };
  }
  return null;
}
