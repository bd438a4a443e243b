import { readFile } from 'node:fs/promises';
import { text } from 'node:stream/consumers';
import { Refusal } from '../refusal.js';

/** The JSON of a file, or of standard input where it is called "-". Refuses with BAD_USER_INPUT what is not JSON. */
export async function readJsonFile(file: string): Promise<unknown> {
  const content = file === '-' ? await text(process.stdin) : await readFile(file, 'utf8');
  try {
    return JSON.parse(content);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw new Refusal('BAD_USER_INPUT', `${file === '-' ? 'Standard input' : file} is not JSON: ${error.message}`);
  }
}
