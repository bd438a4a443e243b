import { setTimeout as sleep } from 'node:timers/promises';

/** Milliseconds in which whatever a test waits for must have come: on a machine that is very busy, and before the runner gives up. */
const PATIENCE_MS = 120_000;

/** Asks again and again until it is so; what never comes fails the test by its name. */
export async function until(what: string, isSo: () => boolean | Promise<boolean>): Promise<void> {
  for (const end = Date.now() + PATIENCE_MS; !(await isSo()); await sleep(10)) {
    if (Date.now() > end) throw new Error(`${what}: not within ${PATIENCE_MS} ms.`);
  }
}
