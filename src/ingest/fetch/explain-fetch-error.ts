import { Refusal } from '../../refusal.js';
import type { FetchLimits } from './fetch-limits.js';
import { tooLarge } from './read-answer.js';

const MEANINGS: Record<string, string> = {
  ENOTFOUND: 'is not the name of any machine',
  EAI_AGAIN: 'cannot be looked up: the name server does not answer',
  ECONNREFUSED: 'refuses connections: no web server runs there',
  ECONNRESET: 'has broken off the connection',
  EPIPE: 'has broken off the connection',
  EHOSTUNREACH: 'cannot be reached from here',
  ENETUNREACH: 'cannot be reached from here',
  ETIMEDOUT: 'does not answer',
  UND_ERR_SOCKET: 'has broken off the connection',
  UND_ERR_RES_CONTENT_LENGTH_MISMATCH: 'has sent another length than it announced',
  Z_BUF_ERROR: 'has broken off its compressed answer',
  CERT_HAS_EXPIRED: 'has a certificate that has expired',
  ERR_TLS_CERT_ALTNAME_INVALID: 'has a certificate made out to another name',
};

/**
 * What is said when a server could not be talked to. Gives a Refusal for all that a server or a network can be guilty of, and
 * the error itself where it is something else: a Refusal already, a bug of ours, the caller's wish to end the fetch.
 */
export function explainFetchError(error: unknown, host: string, limits: FetchLimits): unknown {
  // Told apart by what they say: errors of the runtime itself are not always our Error's instances.
  const { code, name } = error as { code?: unknown; name?: unknown };
  if (error instanceof Refusal) return error;
  if (name === 'TimeoutError') return refuse(`${host} has not sent all within ${limits.totalMs / 1_000} s.`);
  if (name === 'HTTPParserError') return refuse(`${host} does not speak HTTP.`);
  if (typeof code !== 'string') return error;
  if (code === 'UND_ERR_CONNECT_TIMEOUT')
    return refuse(`${host} does not answer within ${limits.connectMs / 1_000} s.`);
  if (code === 'UND_ERR_HEADERS_OVERFLOW')
    return refuse(`${host} sends more than ${limits.headerBytes} bytes of headers.`);
  if (code === 'UND_ERR_RES_EXCEEDED_MAX_SIZE') return tooLarge(host, limits.bytes);

  const meaning = MEANINGS[code] ?? kindOf(code);
  return meaning === undefined ? error : refuse(`${host} ${meaning} (${code}).`);
}

function kindOf(code: string): string | undefined {
  if (/^(Z_|ERR_BROTLI|ERR__ERROR)/.test(code)) return 'sends an answer that cannot be decompressed';
  if (/CERT|TLS|SSL|EPROTO|SIGNATURE/.test(code))
    return 'cannot be trusted: its certificate or encryption is not in order';
  return undefined;
}

function refuse(message: string): Refusal {
  return new Refusal('SOURCE_UNREACHABLE', message);
}
