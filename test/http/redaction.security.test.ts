import { pino } from 'pino';
import { REDACTION } from '../../src/http/log-requests.js';

/** What a logger with our redaction writes of something. */
function logged(whole: object): string {
  const lines: string[] = [];
  pino({ redact: REDACTION }, { write: line => lines.push(line) }).info(whole);
  return lines.join('');
}

test.each(['/feeds/own.rss?token=SECRET', '/feeds.rss?topic=asean&token=SECRET&limit=5', '/feeds.rss?to%6ben=SECRET'])(
  'whoever logs a request to %s whole, logs it without the token',
  url => {
    for (const whole of [{ req: { url, method: 'GET' } }, { url }]) {
      const line = logged(whole);
      expect(line).not.toContain('SECRET');
      expect(line).toContain('/feeds');
      expect(line).toMatch(/token=redacted/i);
    }
  },
);

test('nor does it log what a key is sent in', () => {
  const headers = { authorization: 'Bearer SECRET', 'x-api-key': 'SECRET', accept: '*/*' };
  for (const whole of [{ req: { headers } }, { res: { headers } }, { headers }]) {
    expect(logged(whole)).not.toContain('SECRET');
    expect(logged(whole)).toContain('*/*');
  }
});
