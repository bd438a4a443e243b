import { readFileSync, writeFileSync } from 'node:fs';

/**
 * Completes package-lock.json: npm leaves out the packages of other platforms that the registry in use does not hold, and
 * `npm ci` then refuses the lockfile on every platform. Run after `npm install`: npm run lockfile
 */
interface Locked {
  version: string;
  optionalDependencies?: Record<string, string>;
  cpu?: string[];
  dev?: boolean;
  libc?: string[];
  optional?: boolean;
  os?: string[];
}

const OS = ['android', 'darwin', 'freebsd', 'linux', 'openharmony', 'win32'];
const CPU = ['arm64', 'arm', 'ia32', 'loong64', 'ppc64', 'riscv64', 's390x', 'wasm32', 'x64'];

const FILE = new URL('../package-lock.json', import.meta.url);
const lock = JSON.parse(readFileSync(FILE, 'utf8')) as { packages: Record<string, Locked> };

/** A package is found in the folder of the one that wants it, or in any above that. */
function isLocked(folder: string, name: string): boolean {
  const parts = folder === '' ? [] : folder.split('/node_modules/');
  const above = parts.map((_part, place) => `${parts.slice(0, place + 1).join('/node_modules/')}/`);
  return ['', ...above].some(parent => lock.packages[`${parent}node_modules/${name}`] !== undefined);
}

/** Reads a platform off a package's name, such as "@swc/core-linux-arm64-musl". */
function platformOf(name: string): Pick<Locked, 'cpu' | 'libc' | 'os'> {
  const os = OS.find(word => new RegExp(`[-/]${word}(-|$)`).test(name));
  const cpu = CPU.find(word => new RegExp(`[-/]${word}(-|$)`).test(name));
  const libc = name.includes('musl') ? 'musl' : os === 'linux' && name.includes('gnu') ? 'glibc' : null;
  return { ...(cpu ? { cpu: [cpu] } : {}), ...(libc ? { libc: [libc] } : {}), ...(os ? { os: [os] } : {}) };
}

let added = 0;
for (const [folder, { optionalDependencies = {}, dev }] of Object.entries(lock.packages)) {
  for (const [name, range] of Object.entries(optionalDependencies)) {
    if (isLocked(folder, name)) continue;
    const version = range.replace(/^[~^]/, '');
    lock.packages[`node_modules/${name}`] = { version, ...(dev ? { dev } : {}), optional: true, ...platformOf(name) };
    added += 1;
  }
}
lock.packages = Object.fromEntries(Object.entries(lock.packages).toSorted(([one], [other]) => (one < other ? -1 : 1)));
writeFileSync(FILE, `${JSON.stringify(lock, null, 2)}\n`);
console.log(`${added} packages of other platforms added.`);
