import { readFileSync } from 'node:fs';
import { join } from 'node:path';

interface Locked {
  optionalDependencies?: Record<string, string>;
  resolved?: string;
}

const { packages }: { packages: Record<string, Locked> } = JSON.parse(
  readFileSync(join(import.meta.dirname, '../package-lock.json'), 'utf8'),
);

test('the lockfile has the packages of every platform, without which npm ci refuses it', () => {
  const names = new Set(Object.keys(packages).map(folder => folder.split('node_modules/').at(-1)));
  const missing = Object.values(packages).flatMap(({ optionalDependencies = {} }) =>
    Object.keys(optionalDependencies).filter(name => !names.has(name)),
  );
  expect(missing).toEqual([]); // npm run lockfile
});

test('the lockfile names no registry', () => {
  expect(Object.values(packages).filter(({ resolved }) => resolved !== undefined)).toEqual([]);
});
