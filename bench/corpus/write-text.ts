import { createStock, type ByteWriter } from './byte-writer.js';
import type { Language } from './languages.js';
import { createRandom, type Random } from './random.js';
import { zipfPick } from './weighted-pick.js';

/** Writes in one language. All of it may stand in JSON and HTML as it is. */
export interface Writer {
  /** A few words, such as a headline or a name. */
  words(out: ByteWriter, random: Random, count: number): void;
  /** One sentence with its end, of 100 to 250 bytes. */
  sentence(out: ByteWriter, random: Random): void;
}

const SENTENCES = 4_000;

/** Most sentences of an article come from a stock of the language, for speed; words that are drawn one by one keep articles apart. */
export function createWriter(language: Language, seed: number, vocabulary = 20_000): Writer {
  const random = createRandom(seed, language.tag);
  const words = createWords(language, vocabulary, random);
  const pick = zipfPick(Array.from(words, (_, number) => number));
  const stock = createStock([...words, language.joints[0], language.joints[1]]);
  let sentences: ReturnType<typeof createStock> | null = null;

  return {
    words(out, source, count) {
      for (let written = 0; written < count; written += 1) {
        if (written > 0) out.copy(stock, written % 7 === 0 ? vocabulary + 1 : vocabulary);
        out.copy(stock, pick(source));
      }
    },
    sentence(out, source) {
      sentences ??= createStock(
        Array.from({ length: SENTENCES }, () => createSentence(language, () => words[pick(random)]!, random)),
      );
      out.copy(sentences, source.below(SENTENCES));
    },
  };
}

function createSentence({ joints: [joint, pause, end] }: Language, draw: () => string, random: Random): string {
  const target = 100 + random.below(150);
  let text = '';
  for (let bytes = 0; bytes < target;) {
    if (text) text += random.below(7) === 0 ? pause : joint;
    const word = draw();
    bytes += Buffer.byteLength(word) + joint.length;
    text += word;
  }
  return text + end;
}

/** The language's own words, then new ones, all different. */
function createWords({ words, syllable, lengths, tag }: Language, count: number, random: Random): string[] {
  const found = new Set(words.split(' ').map(word => word.replaceAll('_', ' ')));
  const parts = syllable.map(choices => choices.split(' ').map(choice => (choice === '·' ? '' : choice)));
  const between = tag === 'vi' ? ' ' : '';

  while (found.size < count) {
    let word = '';
    for (let left = random.pick(lengths); left > 0; left -= 1) {
      for (const choices of parts) word += random.pick(choices);
      if (left > 1) word += between;
    }
    found.add(word);
  }
  return [...found];
}
