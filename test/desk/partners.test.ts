import { partnerWithKey } from '../support/desk-keys.js';
import { serveDesk } from '../support/desk-server.js';
import { type Desk, filedUnder, openDesk } from '../support/desk.js';
import type { SampleServer } from '../support/sample-server.js';

let desk: Desk;
let server: SampleServer;
let admin: Record<string, string>;
let editor: Record<string, string>;

beforeAll(async () => {
  desk = await openDesk();
  server = await serveDesk(desk);
  admin = (await partnerWithKey(desk, 'administrators', ['admin'])).headers;
  editor = (await partnerWithKey(desk, 'editors', ['read', 'desk'])).headers;
  await desk.db.query('truncate licence');
  await desk.take('desk', { identity: 'a', subjects: filedUnder('football') }, { identity: 'b' });
});

afterAll(async () => {
  await server.app.close();
  await desk.close();
});

async function ask(query: string, variables: Record<string, unknown> = {}, headers = admin): Promise<any> {
  const { data, errors } = await server.ask({ query, variables }, headers);
  if (errors.length > 0) throw Object.assign(new Error(errors[0]!.message), errors[0]!.extensions);
  return data;
}

const doing = (name: string, shown: string) => (input: object, headers?: Record<string, string>) =>
  ask(`mutation ($input: ${INPUTS[name]}!) { ${name}(input: $input) { ${shown} } }`, { input }, headers);

const INPUTS: Record<string, string> = {
  createPartner: 'CreatePartnerInput',
  updatePartner: 'UpdatePartnerInput',
  suspendPartner: 'PartnerInput',
  resumePartner: 'PartnerInput',
  grantLicence: 'GrantLicenceInput',
  changeLicence: 'ChangeLicenceInput',
  endLicence: 'EndLicenceInput',
  createKey: 'CreateKeyInput',
  rotateKey: 'RotateKeyInput',
  revokeKey: 'KeyInput',
};

const createPartner = doing('createPartner', 'partner { slug name country costPerMinute }');
const updatePartner = doing('updatePartner', 'partner { slug name country contact languages }');
const createKey = doing('createKey', 'text key { prefix label scopes expiresAt }');
const grantLicence = doing('grantLicence', 'licence { number partner name filter text delay validUntil }');

const PARTNER = `query ($slug: String!) { partner(slug: $slug) {
  slug suspendedAt keys { prefix scopes lastUsedAt revokedAt } licences { number name filter delay }
} }`;
const titles = (headers: Record<string, string>): Promise<number> =>
  ask('{ articles { totalCount } }', {}, headers).then(({ articles }) => articles.totalCount);
const bearer = (text: string): Record<string, string> => ({ authorization: `Bearer ${text}` });

test('a partner is added, given a licence and a key, and reads what it may have until that is over', async () => {
  const made = await createPartner({ slug: 'lao-daily', name: 'Lao Daily', country: 'LA', clientKey: 'one' });
  expect(made).toEqual({
    createPartner: { partner: { slug: 'lao-daily', name: 'Lao Daily', country: 'LA', costPerMinute: 100_000 } },
  });
  expect(await createPartner({ slug: 'lao-daily', name: 'Lao Daily', country: 'LA', clientKey: 'one' })).toEqual(made);
  await expect(createPartner({ slug: 'lao-daily', name: 'Other' })).rejects.toMatchObject({ code: 'BAD_USER_INPUT' });

  const { grantLicence: granted } = await grantLicence({
    partner: 'lao-daily',
    name: 'Football',
    filter: { topics: { any: ['football'] } },
    text: true,
    delay: 'PT1H',
  });
  expect(granted.licence).toMatchObject({ partner: 'lao-daily', delay: 'PT3600S', text: true });
  expect(JSON.parse(granted.licence.filter)).toMatchObject({ topics: { any: ['football'] } });
  const { createKey: key } = await createKey({ partner: 'lao-daily', label: 'mirror', scopes: ['READ'] });
  const theirs = bearer(key.text);
  expect(await titles(theirs)).toBe(1);

  const change = doing('changeLicence', 'licence { name filter text }');
  const { changeLicence } = await change({ number: granted.licence.number, filter: {}, name: 'All' });
  expect(changeLicence.licence).toEqual({ name: 'All', filter: '{}', text: true });
  expect(await titles(theirs)).toBe(2);

  await doing('suspendPartner', 'partner { suspendedAt }')({ slug: 'lao-daily' });
  await expect(titles(theirs)).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
  await doing('resumePartner', 'partner { suspendedAt }')({ slug: 'lao-daily' });
  const ended = await doing('endLicence', 'number')({ number: granted.licence.number });
  expect(ended).toEqual({ endLicence: { number: granted.licence.number } });
  expect(await titles(theirs)).toBe(0);
  const { partner } = await ask(PARTNER, { slug: 'lao-daily' });
  expect(partner).toMatchObject({
    suspendedAt: null,
    licences: [],
    keys: [{ prefix: key.key.prefix, scopes: ['READ'] }],
  });
  expect(partner.keys[0].lastUsedAt).not.toBeNull();
});

test('a key is shown once, and is nowhere to be read afterwards', async () => {
  await createPartner({ slug: 'keyed', name: 'Keyed' });
  const input = { partner: 'keyed', label: 'one', scopes: ['READ'], clientKey: 'make it' };
  const { createKey: shown } = await createKey(input);
  const { createKey: again } = await createKey(input);
  expect(shown.text).toMatch(/^nc_/);
  expect(again).toEqual({ text: null, key: shown.key });

  const rotate = doing('rotateKey', 'text key { prefix }');
  const { rotateKey: next } = await rotate({ prefix: shown.key.prefix, overlap: 'PT1H', clientKey: 'turn it' });
  for (const text of [shown.text, next.text]) expect(await titles(bearer(text))).toBe(0);
  desk.now = new Date(desk.now.getTime() + 3_600_000);
  await expect(titles(bearer(shown.text))).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
  await doing('revokeKey', 'key { revokedAt }')({ prefix: next.key.prefix });
  await expect(titles(bearer(next.text))).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });

  const entries = JSON.stringify(await desk.db.query('select * from audit_entry'));
  expect(entries).toContain(next.key.prefix);
  for (const text of [shown.text, next.text]) {
    const secret = text.split('_')[2];
    expect(entries).not.toContain(secret.slice(0, 40));
  }
});

test('what is said of a partner changes, and its country is told by its changes', async () => {
  await createPartner({ slug: 'moving', name: 'Moving', country: 'LA' });
  const { updatePartner: moved } = await updatePartner({ slug: 'moving', country: 'kh', contact: 'a@b.example' });
  expect(moved.partner).toEqual({
    slug: 'moving',
    name: 'Moving',
    country: 'KH',
    contact: 'a@b.example',
    languages: [],
  });
  expect(await desk.db.query('select former, country from country_change')).toEqual([{ former: 'LA', country: 'KH' }]);
  await expect(updatePartner({ slug: 'moving', costPerDay: 0 })).rejects.toMatchObject({ code: 'BAD_USER_INPUT' });
  await expect(updatePartner({ slug: 'nobody', name: 'X' })).rejects.toMatchObject({ code: 'NOT_FOUND' });
});

test('terms that cannot be read are refused, naming what is wrong', async () => {
  for (const input of [
    { partner: 'administrators', name: ' ' },
    { partner: 'administrators', name: 'A', filter: { topics: { any: ['nothing'] } } },
    { partner: 'administrators', name: 'A', delay: 'P9999Y' },
    { partner: 'administrators', name: 'A', validFrom: '2022-08-02T00:00:00Z', validUntil: '2022-08-01T00:00:00Z' },
  ]) {
    await expect(grantLicence(input)).rejects.toMatchObject({ code: 'BAD_USER_INPUT' });
  }
  await expect(grantLicence({ partner: 'nobody', name: 'A' })).rejects.toMatchObject({ code: 'NOT_FOUND' });
});

test('whoever has no key for it can neither read nor change partners, licences and keys', async () => {
  await grantLicence({ name: 'Public', filter: { languages: ['eo'] } });
  const everything = '{ partners { slug } publicLicences { number } partner(slug: "editors") { slug } }';
  expect((await ask(everything)).partners.length).toBeGreaterThan(1);
  expect((await ask(everything)).publicLicences).toHaveLength(1);
  expect(await ask(everything, {}, editor)).toEqual({ partners: [], publicLicences: [], partner: null });

  const [before] = await desk.db.query('select count(*) from audit_entry');
  const inputs: Record<string, object> = {
    createPartner: { slug: 'x', name: 'X' },
    updatePartner: { slug: 'editors', name: 'X' },
    suspendPartner: { slug: 'editors' },
    resumePartner: { slug: 'editors' },
    grantLicence: { name: 'X' },
    changeLicence: { number: 1 },
    endLicence: { number: 1 },
    createKey: { partner: 'editors', label: 'x', scopes: ['ADMIN'] },
    rotateKey: { prefix: 'x' },
    revokeKey: { prefix: 'x' },
  };
  for (const [name, input] of Object.entries(inputs)) {
    await expect(doing(name, '__typename')(input, editor)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await expect(doing(name, '__typename')(input, {})).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
  }
  expect(await desk.db.query('select count(*) from audit_entry')).toEqual([before]);
});
