/** The start of a text: at most so many UTF-16 units, never half a surrogate pair. */
export function cutText(text: string, most: number): string {
  if (text.length <= most) return text;

  const last = text.charCodeAt(most - 1);
  return text.slice(0, last >= 0xd8_00 && last <= 0xdb_ff ? most - 1 : most);
}
