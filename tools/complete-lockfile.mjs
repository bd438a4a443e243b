/**
 * Completes package-lock.json: npm leaves out the packages of other platforms that the registry in use does not hold, and
 * `npm ci` then refuses the lockfile on every platform. Run after `npm install`: npm run lockfile
 */
import { readFileSync, writeFileSync } from 'node:fs';

const OS = ['android', 'darwin', 'freebsd', 'linux', 'openharmony', 'win32'];
const CPU = { 'arm-eabi': 'arm', 'arm-gnueabihf': 'arm', 'arm-musleabihf': 'arm' };
for (const cpu of ['arm', 'arm64', 'ia32', 'loong64', 'ppc64', 'riscv64', 's390x', 'wasm32', 'x64']) CPU[cpu] = cpu;

const FILE = new URL('../package-lock.json', import.meta.url);
const lock = JSON.parse(readFileSync(FILE, 'utf8'));

const isLocked = (folder, name) => {
  const parents = folder
    .split('/node_modules/')
    .map((_, place, parts) => parts.slice(0, place + 1).join('/node_modules/'));
  return ['', ...parents].some(parent => lock.packages[`${parent && `${parent}/`}node_modules/${name}`]);
};
const named = (name, words) => words.find(word => new RegExp(`[-/]${word}(-|$)`).test(name));

let added = 0;
for (const [folder, { optionalDependencies = {}, dev }] of Object.entries(lock.packages)) {
  for (const [name, range] of Object.entries(optionalDependencies)) {
    if (isLocked(folder, name)) continue;
    const [os, cpu] = [named(name, OS), named(name, Object.keys(CPU))];
    const libc = name.includes('musl') ? ['musl'] : os === 'linux' && name.includes('gnu') ? ['glibc'] : null;
    lock.packages[`node_modules/${name}`] = {
      version: range.replace(/^[~^]/, ''),
      ...(cpu ? { cpu: [CPU[cpu]] } : {}),
      ...(dev ? { dev } : {}),
      ...(libc ? { libc } : {}),
      optional: true,
      ...(os ? { os: [os] } : {}),
    };
    added += 1;
  }
}
lock.packages = Object.fromEntries(Object.entries(lock.packages).toSorted(([one], [other]) => (one < other ? -1 : 1)));
writeFileSync(FILE, `${JSON.stringify(lock, null, 2)}\n`);
console.log(`${added} packages of other platforms added.`);
