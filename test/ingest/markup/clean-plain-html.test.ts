import * as fc from 'fast-check';
import { cleanHtml } from '../../../src/ingest/markup/clean-html.js';

/** Any characters that words can hold, and some that they should not. */
const word = fc.oneof(
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 8 }),
  fc.constantFrom(
    'hội',
    'nghị'.normalize('NFD'),
    '\u0338x',
    '\u200B',
    '\uFEFF',
    '\u00A0',
    '\0',
    '"',
    "'",
    '/',
    'ກ',
    '𝒜',
    '&amp;',
    '\uD800',
  ),
);
const paragraphs = fc.array(fc.array(word, { minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 4 });

test('paragraphs of words are cleaned to the same whether they look plain or not', () => {
  fc.assert(
    fc.property(paragraphs, fc.constantFrom('', '\n'), (bodies, between) => {
      const made = (tag: string): string => bodies.map(words => `<${tag}>${words.join(' ')}</p>`).join(between);
      expect(cleanHtml(made('p'), null)).toBe(cleanHtml(made('p class="text"'), null));
    }),
    { numRuns: 1_000 },
  );
});

test('what looks plain takes no longer than its length: no run of words is looked at twice', () => {
  const long = `<p>${'chữ '.repeat(200_000)}`;
  expect(cleanHtml(`${long}</p`, null)).toContain('chữ chữ');
});
