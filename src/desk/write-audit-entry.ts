import { createHash } from 'node:crypto';
import sql from 'sql-template-tag';
import type { EntityManager } from 'typeorm';
import { cutText } from '../content/cut-text.js';
import { rowsOf } from '../database/sql.js';
import { Refusal } from '../refusal.js';
import type { Action, Done } from './act.js';
import type { Actor } from './actor.js';

/** Days for which a client key stands for what was done with it. */
const KEY_DAYS = 90;
const DAY = 24 * 60 * 60 * 1_000;

const LONGEST_KEY = 200;
/** Characters kept of each text of an input, and entries of each list: a whole article is in its versions. */
const LONGEST_TEXT = 500;
const LONGEST_LIST = 200;

/** An entry begun; `former` is what was done with the same client key before. */
interface OpenEntry {
  id: number;
  former: { result: unknown } | null;
}

/**
 * Begins an entry. Whoever brings a client key that another transaction has just taken waits for its end here. Throws a
 * Refusal: CONFLICT for a key used for something else, BAD_USER_INPUT for one that is empty or too long.
 */
export async function openEntry(db: EntityManager, actor: Actor, action: Action, now: Date): Promise<OpenEntry> {
  const { name, clientKey, input } = action;
  const shown = JSON.stringify(input ?? {});
  const fingerprint = createHash('sha256').update(`${name}\n${shown}`).digest('base64url');
  if (clientKey !== null) {
    checkKey(clientKey);
    const outlived = new Date(now.getTime() - KEY_DAYS * DAY);
    await rowsOf(
      db,
      sql`update audit_entry set client_key = null
        where actor = ${actor.name} and client_key = ${clientKey} and happened_at < ${outlived}`,
    );
  }
  const [opened] = await rowsOf<{ id: number }>(
    db,
    sql`insert into audit_entry (happened_at, partner_id, actor, key_prefix, action, input, subjects, client_key, fingerprint)
      values (${now}, ${actor.partnerId}, ${actor.name}, ${actor.keyPrefix}, ${name}, ${shortened(shown)}, '{}', ${clientKey}, ${fingerprint})
      on conflict (actor, client_key) do nothing returning id`,
  );
  if (opened) return { id: opened.id, former: null };

  const [former] = await rowsOf<{ id: number; fingerprint: string; result: unknown }>(
    db,
    sql`select id, fingerprint, result from audit_entry where actor = ${actor.name} and client_key = ${clientKey}`,
  );
  if (former?.fingerprint === fingerprint) return { id: former.id, former };
  const message = 'This clientKey was used for something else: make a new one for each intent.';
  throw new Refusal('CONFLICT', message, { argument: 'clientKey' });
}

/** Ends an entry with what was done. */
export async function closeEntry(db: EntityManager, id: number, { result, subjects }: Done<unknown>): Promise<void> {
  await rowsOf(
    db,
    sql`update audit_entry set subjects = ${subjects}::text[], result = ${JSON.stringify(result ?? null)}::jsonb where id = ${id}`,
  );
}

function checkKey(clientKey: string): void {
  if (clientKey.trim() !== '' && clientKey.length <= LONGEST_KEY && !clientKey.includes('\0')) return;
  throw new Refusal('BAD_USER_INPUT', `clientKey has 1 to ${LONGEST_KEY} characters.`, { argument: 'clientKey' });
}

/** PostgreSQL's jsonb takes no U+0000. */
function shortened(json: string): string {
  return JSON.stringify(JSON.parse(json), (_name, value: unknown) => {
    if (typeof value === 'string') return cutText(value, LONGEST_TEXT).replaceAll('\0', '\uFFFD');
    return Array.isArray(value) ? value.slice(0, LONGEST_LIST) : value;
  });
}
