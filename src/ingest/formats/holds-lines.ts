/**
 * Whether a file that starts with these bytes is NDJSON: a whole JSON object on the first line, and another line that begins
 * like one. Null where too little of it is there to tell.
 */
export function holdsLines(start: Buffer): boolean | null {
  const text = start
    .toString('utf8')
    .replace(/^\uFEFF/, '')
    .trimStart();
  if (text !== '' && !text.startsWith('{')) return false;

  const end = text.indexOf('\n');
  const second = end === -1 ? '' : text.slice(end + 1).trimStart();
  if (second === '') return null;
  return second.startsWith('{') && isJson(text.slice(0, end));
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
