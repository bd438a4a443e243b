import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** The peers that have packages of their own. */
const INSTALLED = ['load', 'mercurius', 'postgraphile'];

export function peerFolder(peer: string): string {
  return join(import.meta.dirname, '../peers', peer);
}

/** Installs what the peers need into their own folders, if it is not there; nothing of it is the gateway's. */
export function installPeers(): void {
  for (const peer of INSTALLED) {
    const folder = peerFolder(peer);
    if (existsSync(join(folder, 'node_modules'))) continue;
    process.stdout.write(`installing ${peer}\n`);
    const how = ['install', '--no-audit', '--no-fund', '--ignore-scripts', '--no-package-lock', '--loglevel=error'];
    execFileSync('npm', how, { cwd: folder, stdio: 'inherit' });
  }
}
