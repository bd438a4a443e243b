import type { IncomingHttpHeaders } from 'node:http';

/** Whether the client has it already (RFC 9110, section 13.1.2): compression makes an ETag weak, which compares the same. */
export function isUnchanged({ 'if-none-match': given }: IncomingHttpHeaders, etag: string): boolean {
  const tags = (given ?? '').split(',').map(tag => tag.trim().replace(/^W\//, ''));
  return tags.includes('*') || tags.includes(etag);
}
