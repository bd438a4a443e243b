import { mkdtempSync } from 'node:fs';
import { readdir, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { isAlive } from '../is-alive.js';

const PREFIX = 'postgres.new-';

/** What this very process is at. Our number alone does not tell: in containers an earlier process often had the same. */
const ours = new Set<string>();

/** Making a database takes a second, or five where four processes do it at once on two cores. */
const PATIENCE = 10_000; // ms

/** A new folder to make a database in, beside the one it is for, that says by its name which process is at it. */
export function startUnfinishedCluster(folder: string): string {
  const unfinished = mkdtempSync(join(folder, `${PREFIX}${process.pid}-`));
  ours.add(unfinished);
  return unfinished;
}

export async function removeUnfinishedCluster(unfinished: string): Promise<void> {
  // Patient, because an initdb whose parent was killed goes on for a second.
  await rm(unfinished, { recursive: true, force: true, maxRetries: 10 });
  ours.delete(unfinished);
}

/** Removes what processes that are dead have left, and waits while one that lives is at it: out of courtesy only. */
export async function waitForUnfinishedClusters(folder: string): Promise<void> {
  const deadline = AbortSignal.timeout(PATIENCE);
  while (!deadline.aborted) {
    const found = await readdir(folder);
    const unfinished = found.filter(name => name.startsWith(PREFIX)).map(name => join(folder, name));
    if (unfinished.length === 0) return;

    for (const one of unfinished.filter(path => !isBeingMade(path))) await removeUnfinishedCluster(one);
    await sleep(50);
  }
}

function isBeingMade(unfinished: string): boolean {
  const maker = Number.parseInt(basename(unfinished).slice(PREFIX.length), 10);
  return maker === process.pid ? ours.has(unfinished) : isAlive(maker);
}
