import type { Readable } from 'node:stream';
import { Refusal } from '../../refusal.js';
import { checkFeedUrl } from './check-feed-url.js';
import { header, type Headers } from './header.js';

/** What a server answered, its body not read yet. */
export interface Answer {
  statusCode: number;
  headers: Headers;
  body: Readable;
}

const REDIRECTS = [301, 302, 303, 307, 308];
const PERMANENT = [301, 308];

/**
 * Asks, and asks again where the answer sends us, each address checked as the first was (RFC 9110, section 15.4). Gives the
 * last answer, and where the feed has moved to for good: as far as permanent redirects lead without a temporary one between.
 */
export async function followRedirects(
  first: URL,
  ask: (url: URL) => Promise<Answer>,
  most: number,
  mayReach: (address: string) => boolean,
): Promise<{ answer: Answer; url: URL; movedTo: string | null }> {
  let url = first;
  let movedTo: string | null = null;
  let permanent = true;

  for (let redirects = 0; redirects <= most; redirects += 1) {
    const answer = await ask(url);
    if (!REDIRECTS.includes(answer.statusCode)) return { answer, url, movedTo };

    answer.body.on('error', () => {}).destroy(); // Nobody reads what it says.
    const location = header(answer.headers, 'location');
    if (location === null) throw new Refusal('SOURCE_UNREACHABLE', `${url.host} redirects, but does not say where to.`);
    url = checkFeedUrl(location, url, mayReach);
    permanent &&= PERMANENT.includes(answer.statusCode);
    if (permanent) movedTo = url.href;
  }
  throw new Refusal('SOURCE_UNREACHABLE', `${first.host} redirects more than ${most} times, perhaps in a circle.`);
}
