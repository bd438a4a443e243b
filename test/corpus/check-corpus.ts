import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { readFeed } from '../../src/ingest/read-feed.js';
import { Refusal } from '../../src/refusal.js';
import { compareFeed } from './compare-feed.js';
import type { CorpusEntry } from './corpus-entry.js';
import { articlesOf } from './handed-on.js';
import { KNOWN_DIFFERENCES } from './known-differences.js';

/**
 * Reads every file of a corpus and compares what came of it with what its manifest expects:
 * npm run test:corpus -- <folder>, where the folder holds feeds/manifest.json and iptc/, or is the folder of the manifest itself.
 * Prints a line a file ("other" where we read more than the manifest's own parser did, see known-differences.ts), then "N passed, N failed"; the exit code is 1 when any failed.
 */
function checkCorpus(folder: string): number {
  const feeds = existsSync(join(folder, 'feeds', 'manifest.json')) ? join(folder, 'feeds') : folder;
  const entries = readManifest(join(feeds, 'manifest.json'));
  const results: [string, string[]][] = entries.map(entry => [entry.file, checkFile(feeds, entry)]);

  const agency = [join(folder, 'iptc'), join(feeds, '..', 'iptc')].find(path => existsSync(path));
  for (const kind of agency === undefined ? [] : ['ninjs', 'newsml-g2']) {
    for (const file of readdirSync(join(agency!, kind)).toSorted()) {
      results.push([`iptc/${kind}/${file}`, checkAgencyFile(join(agency!, kind, file))]);
    }
  }
  for (const [file, problems] of results) {
    console.log(
      problems.length === 0
        ? `ok    ${file}`
        : `${isKnown(file, problems) ? 'other' : 'FAIL '} ${file}: ${told(file, problems)}`,
    );
  }
  const failed = results.filter(([file, problems]) => problems.length > 0 && !isKnown(file, problems)).length;
  console.log(`${results.length - failed} passed, ${failed} failed`);
  return failed === 0 ? 0 : 1;
}

function isKnown(file: string, problems: string[]): boolean {
  return KNOWN_DIFFERENCES.get(file)?.difference === problems.join('; ');
}

function told(file: string, problems: string[]): string {
  const why = isKnown(file, problems) ? ` (${KNOWN_DIFFERENCES.get(file)?.why})` : '';
  return problems.join('; ') + why;
}

function readManifest(path: string): CorpusEntry[] {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- A manifest of another shape shows in the first comparison.
  return JSON.parse(readFileSync(path, 'utf8')) as CorpusEntry[];
}

function checkFile(feeds: string, entry: CorpusEntry): string[] {
  const bytes = readFileSync(join(feeds, entry.file));
  const verdict = entry.kind === 'not-a-feed' ? 'reject' : (entry.verdict ?? 'accept');
  const started = performance.now();
  const memory = process.resourceUsage().maxRSS;

  try {
    const feed = readFeed(bytes, { contentType: entry.content_type ?? null });
    const problems = verdict === 'reject' ? ['read, but it should be refused'] : compareFeed(feed, entry);
    const ids = articlesOf(feed).map(({ identity }) => identity);
    return [...problems, ...compareNext(feeds, entry, ids), ...measure(entry, started, memory)];
  } catch (error) {
    if (!(error instanceof Refusal)) return [`crashed: ${String(error)}`];
    return verdict === 'accept' ? [`refused: ${error.message}`] : measure(entry, started, memory);
  }
}

function compareNext(feeds: string, entry: CorpusEntry, ids: (string | null)[]): string[] {
  const next = entry.then === undefined ? null : join(feeds, entry.file, '..', basename(entry.then));
  if (next === null || !existsSync(next)) return [];

  const later = articlesOf(readFeed(readFileSync(next))).map(({ identity }) => identity);
  return String(later) === String(ids)
    ? []
    : [`ids in the next version: expected ${ids.join(', ')}, read ${later.join(', ')}`];
}

/** Peak memory is the process's, in kB: only what the file adds to the peak of all before it can be told. */
function measure(entry: CorpusEntry, started: number, memory: number): string[] {
  const seconds = (performance.now() - started) / 1000;
  const mb = (process.resourceUsage().maxRSS - memory) / 1024;
  const slow = entry.seconds !== undefined && seconds > entry.seconds;
  const large = entry.mb !== undefined && mb > entry.mb;

  return [...(slow ? [`took ${seconds.toFixed(1)} s`] : []), ...(large ? [`took ${mb.toFixed(0)} MB`] : [])];
}

function checkAgencyFile(path: string): string[] {
  try {
    readFeed(readFileSync(path));
    return [];
  } catch (error) {
    return [String(error)];
  }
}

const folder = process.argv[2];
if (folder === undefined) console.error('Say which folder: npm run test:corpus -- <folder>');
process.exitCode = folder === undefined ? 2 : checkCorpus(folder);
