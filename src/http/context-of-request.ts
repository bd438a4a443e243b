import type { EntityManager } from 'typeorm';
import type { ReadArrival } from '../answers/fence.js';
import type { ChangeWatch } from '../changes/watch-changes.js';
import type { Clock } from '../clock.js';
import type { ReferenceKeeper } from '../content/reference-keeper.js';
import { type Context, type ContextRequest, createContext } from '../graphql/context.js';
import type { FindKey } from '../partners/find-key.js';
import { identifyReader } from '../partners/identify-reader.js';
import type { Quotas } from '../partners/open-quotas.js';
import { readSentKey } from '../partners/sent-key.js';

/** What requests are answered with. */
export interface Sources {
  db: EntityManager;
  clock: Clock;
  keeper: ReferenceKeeper;
  readArrival: ReadArrival;
  /** Where an arrival could not be read: it says why. */
  findKey: FindKey;
  quotas: Quotas;
  watch: ChangeWatch;
  publicUrl: string;
}

/** Finds out who is asking, and how things stand: both at once. The fence comes first: behind it, neither the time nor the reference data is older. */
export async function contextOfRequest(
  { headers, address, feedToken, requestId, deadline }: ContextRequest,
  { db, clock, keeper, readArrival, findKey, quotas, watch, publicUrl }: Sources,
): Promise<Context> {
  const sent = readSentKey(headers);
  const arrival = await readArrival(sent && sent.prefix);
  const [now, reference] = [clock(), keeper.current()];
  const reader = await identifyReader(
    { db, findKey: arrival ? prefix => arrival.keys.get(prefix) ?? null : findKey },
    { sent, address, feedToken: feedToken ?? null },
    reference.licences,
    now,
  );
  const quota = quotas.of(reader, address, now);
  return createContext({
    requestId,
    deadline,
    reader,
    now,
    db,
    reference,
    publicUrl,
    watch,
    quota,
    fence: arrival?.fence,
  });
}
