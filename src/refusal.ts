/** Why we may decline, and the HTTP status that says so outside GraphQL. */
export const REFUSALS = {
  BAD_USER_INPUT: 400,
  QUERY_TOO_COSTLY: 400,
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  NOT_FOUND: 404,
  CONFLICT: 409,
  CURSOR_EXPIRED: 410,
  PAYLOAD_TOO_LARGE: 413,
  UNREADABLE_FEED: 422,
  QUOTA_EXCEEDED: 429,
  SOURCE_UNREACHABLE: 502,
  SERVICE_UNAVAILABLE: 503,
  QUERY_TIMEOUT: 503,
} as const;

export type RefusalCode = keyof typeof REFUSALS;

/** Something we decline to do and can explain to the partner. Any other error is a bug, and is never shown. */
export class Refusal extends Error {
  constructor(
    readonly code: RefusalCode,
    message: string,
    readonly details: Record<string, unknown> = {},
  ) {
    super(message);
  }

  override get name(): string {
    return 'Refusal';
  }

  /** The HTTP status outside GraphQL (RFC 9110, section 15). */
  get status(): number {
    return REFUSALS[this.code];
  }
}
