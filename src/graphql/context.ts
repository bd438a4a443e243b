import type { IncomingHttpHeaders } from 'node:http';
import type { EntityManager } from 'typeorm';
import type { Fence } from '../answers/fence.js';
import type { ChangeWatch } from '../changes/watch-changes.js';
import type { Reference } from '../content/reference.js';
import type { QuotaAccount } from '../partners/quota-account.js';
import type { Reader } from '../partners/reader.js';
import type { Deadline } from './deadline.js';
import { createLoad, type Load } from './loader.js';

/** What every resolver is handed: who is asking, when, the database, and a way to load without N+1 queries. */
export interface Context {
  reader: Reader;
  /** The moment of the request: everything in one answer is judged by the same time, and never before a change that is in it. */
  now: Date;
  db: EntityManager;
  /** Topics, events, sources and languages, as they were when the request came in. */
  reference: Reference;
  load: Load;
  /** Where visitors reach the gateway: an absolute address without a slash at the end. Never what a request calls it: answers are kept for others. */
  publicUrl: string;
  requestId: string;
  /** Over when the client has gone, or the time for the request is. */
  deadline: Deadline;
  /** Says when there are changes; without it, whoever waits for one looks now and then. */
  watch?: ChangeWatch;
  /** The points that the reader may spend; without it, nobody counts. */
  quota?: QuotaAccount;
  /** How things stood when the request was here; without it, its answer is neither kept nor taken from those that are. */
  fence?: Fence | undefined;
}

/** A request that a context is made for. */
export interface ContextRequest extends Pick<Context, 'requestId' | 'deadline'> {
  headers: IncomingHttpHeaders;
  /** The address it comes from: the nearest one that is not a proxy of ours. */
  address: string;
  /** The feed token in its address, where one is taken: of feeds. */
  feedToken?: string;
}

/** What links begin with where nobody says at which address the gateway is reached. */
const NOWHERE = 'http://localhost';

export function createContext(request: Omit<Context, 'load' | 'publicUrl'> & { publicUrl?: string }): Context {
  const context = request as Context;
  context.publicUrl ??= NOWHERE;
  context.load = createLoad(context);
  return context;
}
