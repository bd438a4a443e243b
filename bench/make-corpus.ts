import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { parseArgs } from 'node:util';
import { createVocabulary } from './corpus/create-vocabulary.js';
import { writeCorpus } from './corpus/write-corpus.js';

const USAGE = `node --import @oxc-node/core/register bench/make-corpus.ts --articles <count> [--seed <number>] [--sources <slug,slug>] > corpus.ndjson
node --import @oxc-node/core/register bench/make-corpus.ts --vocabulary <folder>

Writes ninjs 3.1 items, one a line, about a made-up world; or the topics.json, events.json and sources.json that they are filed under.
The same seed gives the same articles, the first thousand of a million too. With --sources, only the stories of these are written: every one
of them, out of a corpus of so many articles.`;

const { values } = parseArgs({
  options: {
    articles: { type: 'string' },
    seed: { type: 'string', default: '1' },
    sources: { type: 'string' },
    vocabulary: { type: 'string' },
  },
});
const articles = Number(values.articles);

if (values.vocabulary !== undefined) {
  mkdirSync(values.vocabulary, { recursive: true });
  for (const [name, rows] of Object.entries(createVocabulary())) {
    writeFileSync(join(values.vocabulary, `${name}.json`), `${JSON.stringify(rows, null, 2)}\n`);
  }
} else if (Number.isSafeInteger(articles) && articles > 0) {
  const sources = values.sources?.split(',') ?? null;
  await pipeline(Readable.from(writeCorpus({ articles, seed: Number(values.seed), sources })), process.stdout);
} else {
  process.stderr.write(`${USAGE}\n`);
  process.exitCode = 2;
}
