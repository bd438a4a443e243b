import { readFileSync } from 'node:fs';
import { packagePath } from '../../config.js';

/** Who is asking, for the logs of the source (RFC 9110, section 10.1.5), with where to find out more. */
export function userAgent(contact: string | null): string {
  version ??= (JSON.parse(readFileSync(packagePath('package.json'), 'utf8')) as { version: string }).version;
  return `NhipCau/${version} (+${contact ?? 'news syndication gateway, reads feeds'})`;
}

let version: string | undefined;
