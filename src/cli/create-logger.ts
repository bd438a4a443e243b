import { pino, type Logger } from 'pino';
import pretty from 'pino-pretty';

/** Structured logs on standard output: JSON lines for machines, short coloured ones on a terminal. Secrets are left out. */
export function createLogger(level: string): Logger {
  const options = {
    level,
    redact: ['req.headers.authorization', 'req.headers.cookie', 'req.headers["x-api-key"]', 'authorization', 'cookie'],
  };
  if (!process.stdout.isTTY) return pino(options);
  return pino(options, pretty({ translateTime: 'SYS:HH:MM:ss', ignore: 'pid,hostname', sync: true }));
}
