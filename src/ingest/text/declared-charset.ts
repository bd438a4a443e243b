/** As far as a declaration is looked for: some sites print warnings before it. */
const FIRST_BYTES = 2048;

/** The encoding that the XML declaration names (XML 1.0, section 4.3.3), or null. The bytes are taken to agree with ASCII. */
export function declaredCharset(bytes: Uint8Array): string | null {
  const start = Buffer.from(bytes.subarray(0, FIRST_BYTES)).toString('latin1');
  return /<\?xml\s[^>]{0,200}?encoding\s*=\s*["']?\s*([\w.:-]{1,40})/i.exec(start)?.[1] ?? null;
}
