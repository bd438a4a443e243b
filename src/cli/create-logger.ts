import { pino, type Logger } from 'pino';
import pretty from 'pino-pretty';
import { REDACTION } from '../http/log-requests.js';

/** Structured logs on standard output: JSON lines for machines, short coloured ones on a terminal. Secrets are left out. */
export function createLogger(level: string): Logger {
  const options = {
    level,
    redact: REDACTION,
  };
  if (!process.stdout.isTTY) return pino(options);
  return pino(options, pretty({ translateTime: 'SYS:HH:MM:ss', ignore: 'pid,hostname', sync: true }));
}
