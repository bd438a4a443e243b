import { isIP } from 'node:net';
import { Refusal } from '../../refusal.js';
import { refuseAddress } from './refuse-address.js';

const MOST_CHARACTERS = 2_000;

/** Above the system's ports, those of other protocols that browsers refuse as well (Fetch, section 2.9 "port blocking"). */
const OTHER_PROTOCOLS = new Set([
  1719, 1720, 1723, 2049, 3659, 4045, 4190, 5060, 5061, 6000, 6566, 6665, 6666, 6667, 6668, 6669, 6679, 6697, 10080,
]);

/**
 * Reads the address of a feed, absolute or relative to where it was found, and says why it may not be fetched: only http and
 * https, without a user name, on ports where web servers are. However an IP address is written (decimal, octal, short),
 * it is checked as what it means (URL Standard, section 3.5).
 */
export function checkFeedUrl(address: string, from: URL | null, mayReach: (address: string) => boolean): URL {
  const url = URL.canParse(address, from?.href) ? new URL(address, from?.href) : null;
  if (url === null || url.href.length > MOST_CHARACTERS) throw refuse(address, 'is not an address we can fetch');
  if (url.protocol !== 'http:' && url.protocol !== 'https:')
    throw refuse(address, 'does not start with http:// or https://');
  if (url.username || url.password)
    throw refuse(`The address at ${url.host}`, 'has a user name or password in it: take it out');
  if (!isWebPort(url)) throw refuse(url.host, 'has a port where no web servers are');
  if (from?.protocol === 'https:' && url.protocol === 'http:') {
    throw refuse(from.host, `sends us from https to http, to ${url.host}: what comes from there could be anybody's`);
  }
  const host = hostOf(url);
  if (isIP(host) !== 0 && !mayReach(host)) throw refuseAddress(host, host);
  return url;
}

/** The name or the bare IP address, without the brackets that an IPv6 address has in a URL. */
function hostOf({ hostname }: URL): string {
  return hostname.replace(/^\[(.*)\]$/, '$1');
}

function isWebPort({ port }: URL): boolean {
  const number = port === '' ? 80 : Number(port);
  return number === 80 || number === 443 || (number >= 1024 && !OTHER_PROTOCOLS.has(number));
}

function refuse(what: string, why: string): Refusal {
  return new Refusal('SOURCE_UNREACHABLE', `${what.slice(0, 200)} ${why}.`);
}
