import type { EntityManager } from 'typeorm';

/** What every resolver is handed. */
export interface Context {
  db: EntityManager;
  requestId: string;
}
