import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';

/** What stands lower may import what stands higher. What shares a line stands side by side, unknown to each other. */
const ORDER = [
  ['refusal', 'clock', 'iso-time', 'config', 'loop'],
  ['database'],
  ['graphql'],
  ['partners', 'execution'],
  ['content'],
  ['changes'],
  ['lists', 'answers'],
  ['ingest', 'delivery', 'feeds', 'embed'],
  ['portal'], // Its builder writes what embeds and feeds read.
  ['desk'],
  ['http'],
  ['schema', 'entities'],
  ['gateway'],
  ['cli'],
  ['main'],
];

const NO_HOME = /(^|\/)(utils?|helpers?|common|shared|lib|misc|types|constants|index)(\/|\.ts$)/;

/** The context knows who asks and the reference data by type alone. */
const BY_TYPE_ALONE = new Set(['graphql/context.ts']);

/** Articles are read through the gate by partners, and without it only by what writes them. */
const READS_ARTICLES = /\b(from|join|using)\s+article(_body|_search|_topic|_event|_country|_version)?\b/;
const THROUGH_THE_GATE = /entitledArticles|selectArticles|walkedTables|walkedCondition|matchedArticles/;

const SRC = join(import.meta.dirname, '../src');
const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' }).filter(file => file.endsWith('.ts'));

const place = (file: string): string => file.split('/')[0]!.replace('.ts', '');
const level = (file: string): number => ORDER.findIndex(line => line.includes(place(file)));
const codeOf = (file: string): string => readFileSync(join(SRC, file), 'utf8');

test.each(files)('%s is in its place, and imports only from above', file => {
  expect(level(file)).not.toBe(-1); // New in src? Give it its line in ORDER.
  expect(file).not.toMatch(NO_HOME);
  expect(importsOf(file).filter(imported => level(imported) >= level(file))).toEqual([]);
});

test.each(files)('%s is of one size with the others, and exports by name', file => {
  const code = codeOf(file);
  const most = file.includes('migrations/') ? Infinity : 150;
  expect(code.split('\n').length - 1).toBeLessThanOrEqual(most);
  expect(code).not.toMatch(/^export default/m);
  expect(code).not.toMatch(/^export \* from/m);
});

test.each(files.filter(file => file.startsWith('content/')))(
  '%s reads articles through the gate, or not at all',
  file => {
    const code = codeOf(file);
    const reads = READS_ARTICLES.test(code.replace(/^\s*(\/\/|\*|\/\*).*$/gm, ''));
    // The body hangs on an article that has come through the gate; what walks and selects is made for those that pass it.
    const made = ['content/article.loaders.ts', 'content/walk.ts', 'content/selected-conditions.ts'];
    expect(reads && !THROUGH_THE_GATE.test(code) && !made.includes(file)).toBe(false);
  },
);

test('the environment is read in one place, and so is the time', () => {
  const readers = (pattern: RegExp): string[] => files.filter(file => pattern.test(codeOf(file)));
  expect(readers(/process\.env/)).toEqual(['config.ts']);
  expect(readers(/new Date\(\)|Date\.now\(\)/)).toEqual(['clock.ts']);
});

function importsOf(file: string): string[] {
  const imports = [...codeOf(file).matchAll(/^import (type )?[^;]*? from '(\.[^']*)';/gm)];

  return imports
    .filter(([, typeOnly]) => !(typeOnly && BY_TYPE_ALONE.has(file)))
    .map(([, , target]) => relative(SRC, join(SRC, dirname(file), target!)))
    .filter(imported => place(imported) !== place(file));
}
