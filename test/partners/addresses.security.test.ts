import { createKey } from '../../src/partners/create-key.js';
import { createPartner } from '../../src/partners/create-partner.js';
import { visitorAddress } from '../../src/partners/visitor-address.js';
import { type Desk, openDesk } from '../support/desk.js';
import { type QuotaServer, serveWithQuotas } from '../support/quota-desk.js';

let desk: Desk;
let servers: { alone: QuotaServer; behindProxy: QuotaServer };
let key: string;

const ONCE = { VISITOR_COST_PER_MINUTE: '2' };
const ME = { query: '{ me { partner { slug } } }' };

beforeAll(async () => {
  desk = await openDesk();
  servers = {
    alone: await serveWithQuotas(desk, ONCE),
    behindProxy: await serveWithQuotas(desk, ONCE, ['127.0.0.0/8']),
  };
  const { id: partnerId } = await createPartner(desk.db, { slug: 'lao-daily', name: 'Lao Daily' });
  const addressRanges = ['203.0.113.0/24', '2001:db8::/32'];
  ({ text: key } = await createKey(desk.db, { partnerId, label: 'key', scopes: ['read'], addressRanges }, desk.now));
});
afterAll(async () => {
  await servers.alone.close();
  await servers.behindProxy.close();
  await desk.close();
});

const from = (server: QuotaServer, forwarded: string, headers: Record<string, string> = {}) =>
  server.ask(ME, { 'x-forwarded-for': forwarded, ...headers }).then(({ status }) => status);

test('without trusted proxies X-Forwarded-For is ignored: nobody spends as somebody else, nor comes from where a key is taken', async () => {
  expect(await from(servers.alone, '198.51.100.1')).toBe(200);
  expect(await from(servers.alone, '198.51.100.2')).toBe(429);
  expect(await from(servers.alone, '203.0.113.7', { 'x-api-key': key })).toBe(401);
});

test('behind a trusted proxy each address has its own quota, and a key is taken from its ranges', async () => {
  expect(await from(servers.behindProxy, '198.51.100.1')).toBe(200);
  expect(await from(servers.behindProxy, '198.51.100.1')).toBe(429);
  expect(await from(servers.behindProxy, '198.51.100.2')).toBe(200);
  expect(await from(servers.behindProxy, '203.0.113.7', { 'x-api-key': key })).toBe(200);
  expect(await from(servers.behindProxy, '2001:db8::7', { 'x-api-key': key })).toBe(200);
  expect(await from(servers.behindProxy, '198.51.100.7', { 'x-api-key': key })).toBe(401);
});

test('the nearest address that is not a proxy of ours counts, whatever the client has written before it', async () => {
  expect(await from(servers.behindProxy, '203.0.113.7, 198.51.100.9', { 'x-api-key': key })).toBe(401);
  expect(await from(servers.behindProxy, '198.51.100.10, 198.51.100.8, 127.0.0.2')).toBe(200);
  expect(await from(servers.behindProxy, '198.51.100.11, 198.51.100.8, 127.0.0.3')).toBe(429);
});

test('what is no address is one visitor, and no place to send a key from', async () => {
  expect(await from(servers.behindProxy, 'nonsense')).toBe(200);
  expect(await from(servers.behindProxy, 'more nonsense')).toBe(429);
  expect(await from(servers.behindProxy, 'nonsense', { 'x-api-key': key })).toBe(401);
});

test.each([
  ['198.51.100.1', '198.51.100.1'],
  ['::ffff:198.51.100.1', '198.51.100.1'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
  ['2001:db8:1:2::', '2001:db8:1:2::/64'],
  ['::1', '0:0:0:0::/64'],
  ['fe80::1%eth0', 'fe80:0:0:0::/64'],
  ['nonsense', 'unknown'],
])('a visitor from %s is counted as %s', (address, counted) => {
  expect(visitorAddress(address)).toBe(counted);
});
