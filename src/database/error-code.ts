/** The code of an error of the system ("ENOENT") or of PostgreSQL ("57P01"); empty where there is none. */
export function errorCode(error: unknown): string {
  // Not instanceof Error: under jest, Node's own errors are of another realm.
  const isObject = typeof error === 'object' && error !== null;
  return isObject && 'code' in error && typeof error.code === 'string' ? error.code : '';
}
