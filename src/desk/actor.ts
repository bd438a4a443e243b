import type { Reader } from '../partners/reader.js';
import { SCOPES, type Scope } from '../partners/scope.js';
import { Refusal } from '../refusal.js';

/** Who acts: the partner of a key, or whoever has the command line. */
export interface Actor {
  /** Null for the command line. */
  readonly partnerId: number | null;
  /** The partner's slug; what it did with one key it does not do again with another. */
  readonly name: string;
  /** The part of the key that is no secret; null for the command line. */
  readonly keyPrefix: string | null;
  readonly scopes: ReadonlySet<Scope>;
}

/** Whoever can run commands can reach the database: there is nothing to withhold. No slug has a space. */
export const COMMAND_LINE: Actor = {
  partnerId: null,
  name: 'command line',
  keyPrefix: null,
  scopes: new Set(SCOPES),
};

/** A reader as somebody who acts. Throws a Refusal (UNAUTHENTICATED) for a visitor. */
export function actorOf({ partner, key, scopes }: Reader): Actor {
  if (partner && key) return { partnerId: partner.id, name: partner.slug, keyPrefix: key.prefix, scopes };
  throw new Refusal(
    'UNAUTHENTICATED',
    'Only the holder of a key may do this: send it as "Authorization: Bearer <key>". The desk gives keys.',
  );
}

/** The partner that somebody acts for. Throws a Refusal (BAD_USER_INPUT) on the command line, where nobody is one. */
export function actsForPartner({ partnerId }: Actor): number {
  if (partnerId !== null) return partnerId;
  throw new Refusal('BAD_USER_INPUT', 'Say whose it is: a partner’s, or everybody’s.');
}

/** Throws a Refusal (FORBIDDEN) for who may not do what a scope allows. */
export function requireScope({ scopes }: Actor, ...anyOf: Scope[]): void {
  if (anyOf.some(scope => scopes.has(scope))) return;
  const names = anyOf.map(scope => `"${scope}"`).join(' or ');
  throw new Refusal('FORBIDDEN', `This needs a key with the scope ${names}, which yours has not: ask the desk.`, {
    scopes: anyOf,
  });
}
