import { Refusal } from '../../refusal.js';

/** Line ends and tabs that a string of JSON may not hold as they are; outside of strings a space does the same. */
const LINE_ENDS = /[\t\r\n]/g;

/**
 * Reads JSON (RFC 8259), and lets pass what hand-made feeds have in their strings: line ends and tabs as they are.
 * @throws Refusal UNREADABLE_FEED where it is no JSON, PAYLOAD_TOO_LARGE where it has more lists and objects than values.
 */
export function readJson(text: string, values: number): unknown {
  if (nestings(text) > values) {
    throw new Refusal(
      'PAYLOAD_TOO_LARGE',
      `The JSON has more than ${values} lists and objects. Split it into smaller files.`,
    );
  }
  try {
    return JSON.parse(text);
  } catch {
    return readLenient(text);
  }
}

function readLenient(text: string): unknown {
  try {
    return JSON.parse(text.replace(LINE_ENDS, ' '));
  } catch (error) {
    const end = /[\]}]\s*$/.test(text) ? '' : ' It seems to be cut off: fetch or send the whole file.';
    const where = /at position \d+/.exec(error instanceof Error ? error.message : '')?.[0] ?? '';
    throw new Refusal('UNREADABLE_FEED', `This is not well-formed JSON${where && `: it goes wrong ${where}`}.${end}`);
  }
}

function nestings(text: string): number {
  let found = 0;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (code === 0x5b || code === 0x7b) found++;
  }
  return found;
}
