import { errorCode } from '../database/error-code.js';
import { Refusal } from '../refusal.js';

/** PostgreSQL was stopped, is starting, or has no connection to spare (PostgreSQL, appendix A; class 08 is the connection itself). */
const AWAY = /^(08...|57P0[123]|53300|ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|ENOTFOUND|EHOSTUNREACH)$/;

/** What node-postgres and TypeORM say without a code. */
const AWAY_IN_WORDS =
  /^(Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error|Cannot use a pool after calling end|Driver not Connected)/;

const STATEMENT_TIMEOUT = '57014';

/** The refusal for a database that is away or too slow; null for everything else, a mistake in our SQL included. */
export function explainDatabaseError(error: unknown): Refusal | null {
  if (!(error instanceof Error)) return null;
  const code = errorCode(error);

  if (code === STATEMENT_TIMEOUT) {
    return new Refusal('QUERY_TIMEOUT', 'This took too long to look up: ask for fewer at once, or narrow the filter.');
  }
  if (AWAY.test(code) || AWAY_IN_WORDS.test(error.message)) {
    return new Refusal(
      'SERVICE_UNAVAILABLE',
      'The database cannot be reached for the moment: try again in a few seconds.',
    );
  }
  return null;
}
