/** The header lines of an answer, their names in small letters. */
export type Headers = Record<string, string | string[] | undefined>;

/** The value of a header; lines of the same name are one list (RFC 9110, section 5.3); null where there is none. */
export function header(headers: Headers, name: string): string | null {
  const value = headers[name];
  const line = (Array.isArray(value) ? value.join(', ') : (value ?? '')).trim();
  return line === '' ? null : line;
}
