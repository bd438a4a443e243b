import { createByteWriter } from './byte-writer.js';
import { createVocabulary } from './create-vocabulary.js';
import { createRandom } from './random.js';
import { drawStory, openNewsroom } from './draw-story.js';
import { writeArticle } from './write-article.js';

export interface CorpusOptions {
  articles: number;
  seed: number;
  /** The slugs of the sources whose stories are written; null for all. */
  sources: string[] | null;
}

const PIECE = 1 << 20; // bytes
const LONGEST_STORY = 1 << 17;

/** A corpus as NDJSON in UTF-8, in pieces of about a megabyte. */
export function* writeCorpus({ articles, seed, sources }: CorpusOptions): Generator<Uint8Array> {
  const newsroom = openNewsroom(createVocabulary(), seed);
  const random = createRandom(seed, 'stories');
  const out = createByteWriter(PIECE + LONGEST_STORY);
  const aside = createByteWriter(LONGEST_STORY);

  for (let written = 0, number = 1; written < articles; number += 1) {
    const story = drawStory(newsroom, random, number);
    const isKept = !sources || sources.includes(story.source.slug);

    for (const language of story.languages.slice(0, articles - written)) {
      writeArticle(isKept ? out : aside, story, language, newsroom.writers.get(language)!, random);
      written += 1;
    }
    if (!isKept) aside.take();
    if (out.length() >= PIECE) yield out.take();
  }
  yield out.take();
}
