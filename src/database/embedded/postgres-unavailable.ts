/** The database cannot be had here. The message says why and what to do about it, so that it may be shown without a stack. */
export class PostgresUnavailable extends Error {
  override get name(): string {
    return 'PostgresUnavailable';
  }
}
