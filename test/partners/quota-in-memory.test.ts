import { quotaInMemory } from '../../src/partners/quota-in-memory.js';
import { DAY_MS } from '../../src/partners/quota-store.js';
import { visitorAccounts } from '../../src/partners/visitor-accounts.js';

const NOW = new Date('2022-08-01T00:00:00Z');
const LIMITS = { costPerMinute: 100, costPerDay: 100 };

test('a crowd of addresses wipes out what nobody has spent, and shares what is left when all accounts are given away', async () => {
  const store = quotaInMemory({ own: 2, shared: 1 });
  const spent = async (key: string): Promise<number> => (await store.take(key, 10, LIMITS, NOW)).day.points;
  expect(await spent('192.0.2.1')).toBe(10);
  expect(await spent('192.0.2.2')).toBe(10);

  for (let crowd = 1; crowd <= 10; crowd += 1) expect(await spent(`198.51.100.${crowd}`)).toBe(10 * crowd);
  expect(await store.take('203.0.113.1', 10, LIMITS, NOW)).toMatchObject({ taken: false });
  expect(await spent('192.0.2.1')).toBe(20);
  for (let partner = 1; partner <= 10; partner += 1) expect(await spent(`partner ${partner}`)).toBe(10);
  await store.close();
});

test('an account is free for another visitor a day later, and a visitor without one shares always the same', () => {
  const accountOf = visitorAccounts({ own: 1, shared: 1_000 });
  const later = new Date(NOW.getTime() + DAY_MS);
  expect(accountOf('192.0.2.1', NOW)).toBe('192.0.2.1');
  const shared = accountOf('192.0.2.2', NOW);
  expect(shared).toMatch(/^visitors \d{1,3}$/);
  expect(accountOf('192.0.2.2', NOW)).toBe(shared);
  expect(accountOf('192.0.2.2', later)).toBe('192.0.2.2');
  expect(accountOf('192.0.2.1', later)).toMatch(/^visitors /);
});
