import chardet from 'chardet';

/** What the guess is made from, in bytes: more does not make it better. */
const SAMPLE = 20_000;

const LESS_THAN = 0x3c;
const GREATER_THAN = 0x3e;
const ESCAPE = 0x1b;

/**
 * The encoding that the words of a file are probably in. Only the text between tags that has something other than ASCII in it
 * is looked at: markup is English everywhere, and made Russian look like French.
 */
export function guessCharset(bytes: Uint8Array): string {
  const guess = chardet.detect(foreignWords(bytes)) ?? 'windows-1252';
  return guess.startsWith('UTF') || guess === 'ASCII' ? 'windows-1252' : guess.toLowerCase();
}

function foreignWords(bytes: Uint8Array): Uint8Array {
  const sample: number[] = [];
  let start = 0;
  let foreign = false;

  for (let index = 0; index <= bytes.length && sample.length < SAMPLE; index++) {
    const byte = bytes[index];
    if (byte === undefined || byte === LESS_THAN || byte === GREATER_THAN) {
      if (foreign) sample.push(...bytes.subarray(start, Math.min(index, start + SAMPLE)), 0x0a);
      start = index + 1;
      foreign = false;
    } else if (byte >= 0x80 || byte === ESCAPE) foreign = true;
  }
  return Uint8Array.from(sample);
}
