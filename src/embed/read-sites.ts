import { domainToASCII } from 'node:url';
import { cutText } from '../content/cut-text.js';
import { Refusal } from '../refusal.js';

const MOST_SITES = 20;

/** A host as a Content-Security-Policy takes it (CSP 3, 2.3.1: host-source): nothing in it ends a source or a directive. */
const HOST = /^(\*\.)?[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?(\.[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)*(:[1-9]\d{0,4})?$/;
const LONGEST_HOST = 253;

/**
 * Reads the sites that may frame an embed: hosts with commas between, such as "embassy.example,*.gov.example"; none for any site. Names
 * in other scripts are read as their ASCII form (RFC 5891). Refuses with BAD_USER_INPUT what is no host.
 */
export function readSites(said: string | null): string[] {
  const names = (said ?? '').split(',').flatMap(part => part.trim() || []);
  if (names.length > MOST_SITES) refuse(`"sites" has ${names.length} hosts: at most ${MOST_SITES} are allowed.`);
  return names.map(name => {
    const host = asciiHost(name);
    // Line ends would be left out of a name in silence (URL Standard, 4.4).
    if (!/[\s\p{Cc}]/u.test(name) && host.length <= LONGEST_HOST && HOST.test(host)) return host;
    return refuse(`"sites" takes hosts such as embassy.example or *.gov.example, and not "${cutText(name, 100)}".`);
  });
}

function asciiHost(name: string): string {
  const [, wildcard = '', host = '', port = ''] = /^(\*\.)?([^:]*)(.*)$/su.exec(name) ?? [];
  return `${wildcard}${domainToASCII(host)}${port}`;
}

function refuse(message: string): never {
  throw new Refusal('BAD_USER_INPUT', message, { argument: 'sites' });
}
