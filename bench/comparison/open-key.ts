import { execFileSync } from 'node:child_process';

const PLENTY = '999999999';

/** Makes a key of a partner who may have everything, whole, and as much of it as a load asks for: licence, quota, cost and limits are on. */
export function openKey(gateway: string, databaseUrl: string, scopes: string[] = []): string {
  const run = (...words: string[]): string => runCommand(gateway, databaseUrl, words);
  run('migrate');
  if (!run('partners', 'list').includes('bench')) {
    run('partners', 'add', 'bench', 'Bench', '--cost-per-minute', PLENTY, '--cost-per-day', PLENTY);
    run('licences', 'add', 'Everything', '--partner', 'bench', '--text', '--media');
  }
  const said = run('keys', 'create', 'bench', '--label', 'comparison', ...scopes);
  const key = /\bnc_\S+/.exec(said)?.[0];
  if (key === undefined) throw new Error(`No key was made:\n${said}`);
  return key;
}

/** Runs a command of a gateway that is built in a folder, and gives what it prints. */
export function runCommand(gateway: string, databaseUrl: string, words: string[]): string {
  return execFileSync(process.execPath, ['dist/src/cli/nhip-cau.js', ...words], {
    cwd: gateway,
    env: { ...process.env, DATABASE_URL: databaseUrl },
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  });
}
