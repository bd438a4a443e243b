import { createKey, type NewKey } from '../../src/partners/create-key.js';
import { createPartner } from '../../src/partners/create-partner.js';
import type { Partner } from '../../src/partners/partner.js';
import { revokeKey } from '../../src/partners/revoke-key.js';
import { rotateKey } from '../../src/partners/rotate-key.js';
import { resumePartner, suspendPartner } from '../../src/partners/suspend-partner.js';
import { serveDesk } from '../support/desk-server.js';
import { type Desk, openDesk } from '../support/desk.js';
import type { SampleServer } from '../support/sample-server.js';

let desk: Desk;
let servers: SampleServer[];
let partner: Partner;

beforeAll(async () => {
  desk = await openDesk();
  servers = [await serveDesk(desk), await serveDesk(desk)];
  partner = await createPartner(desk.db, { slug: 'lao-daily', name: 'Lao Daily', country: 'LA' });
});

afterAll(async () => {
  for (const { app } of servers) await app.close();
  await desk.close();
});

const QUERY = { query: '{ sources(first: 1) { nodes { slug } } }' };

const newKey = (wanted: Partial<NewKey> = {}) =>
  createKey(desk.db, { partnerId: partner.id, label: 'mirror', scopes: ['read'], ...wanted }, desk.now);

const askWith = (headers: Record<string, string>, server = servers[0]!) => server.ask(QUERY, headers);
const askBearer = (key: string, server = servers[0]!) => askWith({ authorization: `Bearer ${key}` }, server);

async function expectRefused(answer: ReturnType<typeof askWith>, reason: RegExp): Promise<void> {
  const { status, headers, data, errors } = await answer;
  expect(status).toBe(401);
  expect(headers.get('www-authenticate')).toMatch(/^Bearer /);
  expect(data).toBeNull();
  expect(errors).toMatchObject([{ message: expect.stringMatching(reason), extensions: { code: 'UNAUTHENTICATED' } }]);
}

test('a key is taken in either header, on every process', async () => {
  const { text } = await newKey();
  for (const server of servers) {
    for (const headers of [
      { authorization: `Bearer ${text}` },
      { authorization: `bearer ${text}` },
      { 'x-api-key': text },
    ]) {
      const { status, errors } = await askWith(headers, server);
      expect({ status, errors }).toEqual({ status: 200, errors: [] });
    }
  }
});

test('a key that is unknown, wrong or cut off is never a visitor', async () => {
  const { text, key } = await newKey();
  const unknown = await newKey();
  await desk.db.delete('api_key', { id: unknown.key.id });
  const other = await newKey();
  const crossed = `${text.slice(0, text.lastIndexOf('_'))}${other.text.slice(other.text.lastIndexOf('_'))}`;
  await desk.db.query('update api_key set hash = $2 where id = $1', [key.id, other.key.hash]);

  await expectRefused(askBearer(text), /no such key/);
  await expectRefused(askBearer(unknown.text), /no such key/);
  await expectRefused(askBearer(crossed), /not a whole key/);
  await expectRefused(askBearer(other.text.slice(0, -1)), /not a whole key/);
  await expectRefused(askWith({ 'x-api-key': '' }), /not a whole key/);
  await expectRefused(askWith({ 'x-api-key': `${other.text}'; drop table api_key` }), /not a whole key/);
  await expectRefused(askWith({ authorization: `Basic ${other.text}` }), /Bearer/);
  await expectRefused(askWith({ authorization: 'Bearer' }), /Bearer/);
  await expectRefused(askWith({ authorization: `Bearer ${other.text}`, 'x-api-key': text }), /two keys/);
});

test('a revoked key is refused at once, on the other process too', async () => {
  const { text, key } = await newKey();
  expect((await askBearer(text, servers[1])).status).toBe(200);

  await desk.dataSource.transaction(db => revokeKey(db, key.prefix, desk.now));
  for (const server of servers) await expectRefused(askBearer(text, server), /revoked/);
});

test('a suspended partner’s keys are refused until it is resumed', async () => {
  const { text } = await newKey();
  await suspendPartner(desk.db, 'lao-daily', desk.now);
  await expectRefused(askBearer(text), /suspended/);

  await resumePartner(desk.db, 'lao-daily');
  expect((await askBearer(text)).status).toBe(200);
});

test('a rotated key is taken beside the new one until the overlap is over', async () => {
  const began = desk.now;
  const old = await newKey({ addressRanges: ['127.0.0.0/8'] });
  const fresh = await desk.dataSource.transaction(db =>
    rotateKey(db, old.key.prefix, { overlapSeconds: 3600 }, desk.now),
  );
  desk.now = new Date(began.getTime() + 3_599_000);
  for (const { text } of [old, fresh]) expect((await askBearer(text)).status).toBe(200);

  desk.now = new Date(began.getTime() + 3_600_000);
  await expectRefused(askBearer(old.text), /expired/);
  expect((await askBearer(fresh.text)).status).toBe(200);
  expect(fresh.key).toMatchObject({
    scopes: ['read'],
    label: 'mirror',
    addressRanges: ['127.0.0.0/8'],
    expiresAt: null,
  });
});

test('a key with address ranges is taken from there alone', async () => {
  const there = await newKey({ addressRanges: ['2001:db8::/32', '127.0.0.1/32'] });
  const elsewhere = await newKey({ addressRanges: ['203.0.113.0/24', '2001:db8::/32'] });
  expect((await askBearer(there.text)).status).toBe(200);
  await expectRefused(askBearer(elsewhere.text), /address/);
  await expectRefused(
    askWith({ authorization: `Bearer ${elsewhere.text}`, 'x-forwarded-for': '203.0.113.7' }),
    /address/,
  );
  await expect(newKey({ addressRanges: ['everywhere'] })).rejects.toThrow('not a range');
});

test('a key costs one statement, and one more a minute to note its use; no key costs none', async () => {
  const { text, key } = await newKey();
  const statements = async (headers: Record<string, string>): Promise<string[]> => {
    desk.statements.length = 0;
    await askWith(headers);
    return desk.statements.filter(statement => statement.includes('api_key'));
  };
  expect(await statements({})).toHaveLength(0);
  expect(await statements({ 'x-api-key': text })).toHaveLength(2);
  expect(await statements({ 'x-api-key': text })).toHaveLength(1);
  const [row] = await desk.db.query('select last_used_at as "lastUsedAt" from api_key where id = $1', [key.id]);
  expect(row).toEqual({ lastUsedAt: desk.now });

  desk.now = new Date(desk.now.getTime() + 60_000);
  expect(await statements({ 'x-api-key': text })).toHaveLength(2);
});

test('neither the table nor the log nor an error holds a key', async () => {
  const { text, key } = await newKey();
  const [, , secret] = text.split('_');
  await desk.dataSource.transaction(db => revokeKey(db, key.prefix, desk.now));
  const answers = [await askBearer(text), await askWith({ 'x-api-key': `${text}x` }), await askBearer(`${text}x`)];

  const rows = await desk.db.query('select * from api_key');
  expect(rows.length).toBeGreaterThan(0);
  expect(servers[0]!.lines.length).toBeGreaterThan(2);
  const said = JSON.stringify([
    rows,
    servers[0]!.lines,
    answers.map(({ text: body, headers }) => [body, [...headers]]),
  ]);
  expect(said).not.toContain(secret!.slice(0, 20));
});
