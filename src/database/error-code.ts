/** The code of an error of the system ("ENOENT") or of PostgreSQL ("57P01"); empty where there is none. */
export function errorCode(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
}
