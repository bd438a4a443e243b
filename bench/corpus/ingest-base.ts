import { execFileSync } from 'node:child_process';
import { createWriteStream, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createVocabulary } from './create-vocabulary.js';
import { writeCorpus } from './write-corpus.js';

/** Fills an empty database through the gateway's own commands: tables, vocabulary, and so many articles source by source, as partners' files come. */
export async function ingestBase(gateway: string, databaseUrl: string, articles: number): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'nhip-cau-bench-'));
  const run = (...words: string[]): void => {
    execFileSync(process.execPath, ['dist/src/cli/nhip-cau.js', ...words], {
      cwd: gateway,
      env: { ...process.env, DATABASE_URL: databaseUrl },
      stdio: ['ignore', 'ignore', 'inherit'],
    });
  };
  try {
    run('migrate');
    const vocabulary = createVocabulary();
    for (const [name, rows] of Object.entries(vocabulary)) {
      const file = join(folder, `${name}.json`);
      writeFileSync(file, JSON.stringify(rows));
      run(name, 'import', file);
    }
    for (const { slug } of vocabulary.sources) {
      const file = join(folder, `${slug}.ndjson`);
      await pipeline(Readable.from(writeCorpus({ articles, seed: 1, sources: [slug] })), createWriteStream(file));
      run('ingest', '--source', slug, '--format', 'ninjs', file);
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
}
