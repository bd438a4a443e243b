import type { BaseLogger } from 'pino';
import type { DataSource } from 'typeorm';
import type { Clock } from '../../clock.js';
import type { Config } from '../../config.js';
import type { ReferenceKeeper } from '../../content/reference-keeper.js';
import type { FetchOptions } from './fetch-options.js';

/** What polling is done with. */
export interface Polling {
  dataSource: DataSource;
  keeper: Pick<ReferenceKeeper, 'current'>;
  clock: Clock;
  logger: Pick<BaseLogger, 'info' | 'warn' | 'error'>;
  config: Pick<Config, 'ALLOW_PRIVATE_ADDRESSES' | 'PUBLIC_URL'>;
  /** Other limits than the usual. */
  limits?: FetchOptions['limits'];
  /** What chance says, from 0 to 1. */
  random?: () => number;
}
