import { hash, randomBytes } from 'node:crypto';

/** Bytes of a key's public and of its secret part: 64 bits are never drawn twice, and 160 are never guessed. */
const PREFIX_BYTES = 8;
const SECRET_BYTES = 20;

/** Hexadecimal digits of the checksum, by which one wrong paste in 16 million is taken for a whole one. */
const CHECKSUM = 6;

/** What begins a key, and what begins a feed token: so that neither is taken for the other, by programs that look for leaked secrets either. */
const BEGINNINGS = { key: 'nc', token: 'nf' } as const;

export type SecretKind = keyof typeof BEGINNINGS;

const FORM = new RegExp(
  `^(n[cf])_([0-9a-f]{${PREFIX_BYTES * 2}})_([0-9a-f]{${SECRET_BYTES * 2}})([0-9a-f]{${CHECKSUM}})$`,
);

/** A key in its parts; the secret is never kept. */
export interface KeyText {
  prefix: string;
  secret: string;
}

/** Draws a new key or token: its parts, and the text `nc_<prefix>_<secret><checksum>` in which its holder sends it. */
export function drawKey(kind: SecretKind = 'key'): KeyText & { text: string } {
  const prefix = randomBytes(PREFIX_BYTES).toString('hex');
  const secret = randomBytes(SECRET_BYTES).toString('hex');
  return { prefix, secret, text: `${BEGINNINGS[kind]}_${prefix}_${secret}${checksum(prefix, secret)}` };
}

/** The parts of a key or token; null for what no key ever looked like, such as one that was cut off when it was copied. */
export function readKeyText(text: string, kind: SecretKind = 'key'): KeyText | null {
  const [, beginning, prefix, secret, check] = FORM.exec(text) ?? [];
  if (
    beginning !== BEGINNINGS[kind] ||
    prefix === undefined ||
    secret === undefined ||
    check !== checksum(prefix, secret)
  )
    return null;
  return { prefix, secret };
}

/** What is stored in place of a secret: its SHA-256 (FIPS 180-4), in hexadecimal. */
export function hashSecret(secret: string): string {
  return hash('sha256', secret);
}

function checksum(prefix: string, secret: string): string {
  return hash('sha256', `${prefix}_${secret}`).slice(0, CHECKSUM);
}
