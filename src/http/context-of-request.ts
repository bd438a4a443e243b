import type { EntityManager } from 'typeorm';
import type { Fence } from '../answers/fence.js';
import type { ChangeWatch } from '../changes/watch-changes.js';
import type { Clock } from '../clock.js';
import type { ReferenceKeeper } from '../content/reference-keeper.js';
import { type Context, type ContextRequest, createContext } from '../graphql/context.js';
import type { FindKey } from '../partners/find-key.js';
import { identifyReader } from '../partners/identify-reader.js';
import { readKeyText } from '../partners/key-text.js';
import type { Quotas } from '../partners/open-quotas.js';
import { sentKey } from '../partners/sent-key.js';

/** What requests are answered with. */
export interface Sources {
  db: EntityManager;
  clock: Clock;
  keeper: ReferenceKeeper;
  readFence: () => Promise<Fence | null>;
  findKey: FindKey;
  quotas: Quotas;
  watch: ChangeWatch;
  publicUrl: string;
}

/** Finds out who is asking, and how things stand: both at once. The fence comes first: behind it, neither the time nor the reference data is older. */
export async function contextOfRequest(
  { headers, address, feedToken, ...request }: ContextRequest,
  { db, clock, keeper, readFence, findKey, quotas, watch, publicUrl }: Sources,
): Promise<Context> {
  const sent = readKeyText(sentKey(headers) ?? '');
  const found = sent && findKey(sent.prefix);
  found?.catch(() => {}); // Who waits for the fence does not hear of it yet.
  const fence = await readFence();
  const [now, reference] = [clock(), keeper.current()];
  const reader = await identifyReader(
    { db, findKey: prefix => found ?? findKey(prefix) },
    { headers, address, feedToken: feedToken ?? null },
    reference.licences,
    now,
  );
  const quota = quotas.of(reader, address, now);
  return createContext({
    ...request,
    reader,
    now,
    db,
    reference,
    publicUrl,
    watch,
    quota,
    ...(fence ? { fence } : {}),
  });
}
