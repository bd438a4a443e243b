/** The charset that a Content-Type names (RFC 9110, section 8.3.2), or null; single quotes, which are none there, are taken off too. */
export function charsetParameter(contentType: string | null | undefined): string | null {
  return /;\s*charset\s*=\s*["']?\s*([\w.:-]{1,40})/i.exec(contentType ?? '')?.[1] ?? null;
}
