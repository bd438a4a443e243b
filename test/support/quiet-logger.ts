/** Takes log lines and keeps their messages, for tests that look at them. */
export interface QuietLogger {
  messages: string[];
  info(...line: unknown[]): void;
  warn(...line: unknown[]): void;
  error(...line: unknown[]): void;
}

export function createQuietLogger(): QuietLogger {
  const messages: string[] = [];
  const keep = (...line: unknown[]): void => void messages.push(String(line.at(-1)));
  return { messages, info: keep, warn: keep, error: keep };
}
