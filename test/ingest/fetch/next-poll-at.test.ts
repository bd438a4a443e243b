import { nextPollAt, type PollRhythm } from '../../../src/ingest/fetch/next-poll-at.js';

const NOW = new Date('2026-11-22T08:00:00Z');
const HOUR = 3_600;
const DAY = 24 * HOUR;

function seconds(rhythm: Partial<PollRhythm>, chance = 0): number {
  const whole = { pollSeconds: 600, failures: 0, retryAfterSeconds: null, maxAgeSeconds: null, ...rhythm };
  return (nextPollAt(NOW, whole, () => chance).getTime() - NOW.getTime()) / 1_000;
}

test.each([
  ['after its interval', {}, 600],
  ['after twice its interval once it has failed', { failures: 1 }, 1_200],
  ['after eight times its interval once it has failed three times', { failures: 3 }, 4_800],
  ['after a day once it has failed often', { failures: 10 }, DAY],
  ['after a day once it has failed for years', { failures: 100_000 }, DAY],
  [
    'after its interval though it has failed, when that is longer than a day',
    { pollSeconds: 3 * DAY, failures: 5 },
    3 * DAY,
  ],
  ['as late as it asks for', { retryAfterSeconds: 2 * HOUR }, 2 * HOUR],
  ['not before its interval, though it would allow that', { retryAfterSeconds: 5, maxAgeSeconds: 5 }, 600],
  ['as late as it asks for, when failures would have it sooner', { failures: 1, retryAfterSeconds: 2 * DAY }, 2 * DAY],
  ['after a week though it asks for a year', { retryAfterSeconds: 365 * DAY }, 7 * DAY],
  ['when its answer is no longer fresh', { maxAgeSeconds: HOUR }, HOUR],
  ['after a day though its answer stays fresh for a year', { maxAgeSeconds: 365 * DAY }, DAY],
])('a source is polled %s', (_, rhythm, expected) => {
  expect(seconds(rhythm)).toBe(expected);
});

test('chance adds a tenth at most', () => {
  expect(seconds({}, 0.5)).toBe(630);
  expect(seconds({}, 1)).toBe(660);
});
