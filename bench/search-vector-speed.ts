/**
 * How long does it take to make an article searchable, and how large is the vector? By language, on made-up articles whose bodies have
 * 3 kB. Run: node --import @oxc-node/core/register bench/search-vector-speed.ts
 */
import { LANGUAGES } from './corpus/languages.js';
import { createWriter } from './corpus/write-text.js';
import { createByteWriter } from './corpus/byte-writer.js';
import { createRandom } from './corpus/random.js';
import { searchedWords, searchVector } from '../src/content/search-vector.js';

const ARTICLES = 500;
const ROUNDS = 10;

console.log('language  µs an article (best of 10 rounds)  kB of the vector');
for (const language of LANGUAGES) {
  const writer = createWriter(language, 1);
  const random = createRandom(1, 'search');
  const out = createByteWriter(10_000);
  const write = (part: () => void): string => {
    part();
    return out.take().toString();
  };
  const articles = Array.from({ length: ARTICLES }, () => ({
    headline: write(() => writer.words(out, random, 9)),
    lede: write(() => writer.words(out, random, 22)),
    text: write(() => {
      while (out.length() < 3_000) {
        writer.sentence(out, random);
        writer.words(out, random, 2);
      }
    }),
  }));

  let best = Infinity;
  let length = 0;
  for (let round = 0; round < ROUNDS; round += 1) {
    const start = performance.now();
    length = articles.reduce((sum, article) => sum + searchVector(searchedWords(article)).length, 0);
    best = Math.min(best, performance.now() - start);
  }
  console.log(
    `${language.tag.padEnd(10)}${((best * 1000) / ARTICLES).toFixed(0).padStart(8)}${(length / ARTICLES / 1000).toFixed(1).padStart(30)}`,
  );
}
