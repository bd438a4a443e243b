import { publicUrlOf, readConfig } from '../src/config.js';

test.each([
  [{}, 'http://127.0.0.1:4000'],
  [{ HOST: '0.0.0.0', PORT: '80' }, 'http://localhost:80'],
  [{ HOST: '::', PORT: '4001' }, 'http://localhost:4001'],
  [{ HOST: '::1' }, 'http://[::1]:4000'],
  [{ HOST: '0.0.0.0', PUBLIC_URL: 'https://news.example/' }, 'https://news.example'],
])('with the settings %j visitors reach the gateway at %s', (settings, expected) => {
  expect(publicUrlOf(readConfig(settings))).toBe(expected);
});

test('a list of proxies is read with or without spaces, and refused whole where one of them is none', () => {
  expect(readConfig({ TRUSTED_PROXIES: '127.0.0.1, 10.0.0.0/8,2001:db8::/32,' }).TRUSTED_PROXIES).toEqual([
    '127.0.0.1',
    '10.0.0.0/8',
    '2001:db8::/32',
  ]);
  expect(readConfig({}).TRUSTED_PROXIES).toEqual([]);
  expect(() => readConfig({ TRUSTED_PROXIES: '127.0.0.1,proxy.example' })).toThrow('TRUSTED_PROXIES');
});

test('counting quotas in Redis needs the address of one', () => {
  expect(() => readConfig({ QUOTA_STORE: 'redis' })).toThrow('REDIS_URL');
  expect(readConfig({ QUOTA_STORE: 'redis', REDIS_URL: 'redis://127.0.0.1' }).QUOTA_STORE).toBe('redis');
});

test('every setting that cannot be used is named at once', () => {
  const read = (): unknown => readConfig({ PORT: 'x', LOG_LEVEL: 'loud', DATABASE_URL: 'mysql://x' });
  for (const name of ['PORT', 'LOG_LEVEL', 'DATABASE_URL']) expect(read).toThrow(name);
});
