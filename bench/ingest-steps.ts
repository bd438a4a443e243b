/**
 * What does each step of taking in an article cost node? CPU time, best of 5 rounds, of the lines of an NDJSON file, filed under the vocabulary of
 * the database at DATABASE_URL. Run: node --import @oxc-node/core/register bench/ingest-steps.ts corpus.ndjson [articles]
 */
import 'reflect-metadata';
import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { loadReference } from '../src/content/reference.js';
import { searchedWords, searchVector } from '../src/content/search-vector.js';
import { loadThesaurus } from '../src/content/thesaurus.js';
import { createDataSource } from '../src/database/data-source.js';
import { entities } from '../src/entities.js';
import { readNinjsItem } from '../src/ingest/formats/read-ninjs-item.js';
import type { IncomingArticle } from '../src/ingest/incoming.js';
import { cleanHtml } from '../src/ingest/markup/clean-html.js';
import { textOfCleanHtml } from '../src/ingest/markup/text-of-clean-html.js';
import { fileArticle } from '../src/ingest/store/file-article.js';
import { type PreparedArticle, prepareArticle } from '../src/ingest/store/prepare-article.js';
import { countWords } from '../src/ingest/text/count-words.js';

const ROUNDS = 5;
const [file = '', most = '2000'] = process.argv.slice(2);

const dataSource = await createDataSource({ url: process.env['DATABASE_URL'] ?? '', entities }).initialize();
const reference = await loadReference(dataSource.manager);
const thesaurus = await loadThesaurus(dataSource.manager, reference);
await dataSource.destroy();
const origin = { source: reference.sources.all[0]!, thesaurus, language: null };

const lines: string[] = [];
for await (const line of createInterface({ input: createReadStream(file) })) {
  if (lines.push(line) >= Number(most)) break;
}

/** Prints the step's cost, and gives what it made. */
function measure<Given, Made>(step: string, given: Given[], work: (each: Given) => Made): Made[] {
  let best = Infinity;
  let made: Made[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const start = process.cpuUsage();
    made = given.map(work);
    const { user, system } = process.cpuUsage(start);
    best = Math.min(best, (user + system) / given.length);
  }
  console.log(`${step.padEnd(28)}${best.toFixed(0).padStart(6)} µs`);
  return made;
}

const values = measure('JSON', lines, line => JSON.parse(line) as unknown);
const items = measure('ninjs', values, value => readNinjsItem(value, 'line', null) as IncomingArticle);
const clean = measure('markup', items, item => cleanHtml(item.bodyHtml ?? '', item.baseUrl ?? item.url));
const texts = measure('plain text', clean, textOfCleanHtml);
const pairs = items.map((item, place) => ({ item, text: texts[place]! }));
const words = measure('words', pairs, ({ item, text }) =>
  searchedWords({ headline: item.headline, lede: item.lede, text }),
);
const filed = items.map((item, place) => ({ item, words: words[place]! }));
measure('filing', filed, each => fileArticle(each.item.subjects, each.words, thesaurus));
const prepared = measure(
  'the five and the rest',
  items,
  item => prepareArticle({ ...item, notes: [] }, origin) as PreparedArticle,
);
measure('words for searching', prepared, article => searchVector(article.words ?? searchedWords(article)));
measure('counting words', texts, countWords);
