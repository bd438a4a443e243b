import { graphql, type GraphQLSchema } from 'graphql';
import { Licence } from '../../src/partners/licence.js';
import { contextOf } from '../support/desk-server.js';
import { buildGatewaySchema } from '../../src/schema.js';
import { type Desk, openDesk } from '../support/desk.js';

let desk: Desk;
let schema: GraphQLSchema;

beforeAll(async () => {
  desk = await openDesk();
  schema = await buildGatewaySchema();
  await desk.take('desk', { identity: 'a', headline: 'Tin', credit: 'Ảnh và tin: Ban Đối ngoại' });
});
afterAll(() => desk.close());
beforeEach(() => desk.db.query('truncate licence'));

const FIELDS = `mayPublish mayPublishText mayPublishMedia creditLine creditRequired mayTranslate mayEdit uses
  onlyIn notIn archiveDays terms until underEmbargo embargoedUntil`;

async function usage(...licences: Partial<Licence>[]): Promise<any> {
  for (const terms of licences) await desk.db.save(Licence, { name: 'Some', revision: 0, ...terms });
  const contextValue = await contextOf(desk);
  const { data, errors } = await graphql({
    schema,
    source: `{ articles { nodes { usage { ${FIELDS} } } } }`,
    contextValue,
  });
  if (errors) throw errors[0]!;
  return JSON.parse(JSON.stringify(data)).articles.nodes[0]?.usage;
}

const day = (of: number): Date => new Date(Date.UTC(2022, 8, of));

test('an article without limits may be used everywhere, as far as the licence goes, with its credit line', async () => {
  expect(await usage({ text: true })).toEqual({
    mayPublish: true,
    mayPublishText: true,
    mayPublishMedia: false,
    creditLine: 'Ảnh và tin: Ban Đối ngoại',
    creditRequired: true,
    mayTranslate: true,
    mayEdit: true,
    uses: ['WEB', 'PRINT', 'BROADCAST', 'SOCIAL'],
    onlyIn: null,
    notIn: [],
    archiveDays: null,
    terms: null,
    until: null,
    underEmbargo: false,
    embargoedUntil: null,
  });
});

test('it may be used until the last of the licences for it ends, or it expires', async () => {
  expect((await usage({ validUntil: day(2) }, { validUntil: day(5) })).until).toBe(day(5).toISOString());
  expect((await usage({})).until).toBe(null);
  await desk.db.query('update article set expires_at = $1', [day(3)]);
  expect((await usage({})).until).toBe(day(3).toISOString());
  await desk.db.query('update article set expires_at = null');
});

test('the rights of the article itself are told', async () => {
  const rights = {
    territories: { except: ['LA'] },
    uses: ['web', 'social'],
    creditRequired: false,
    mayTranslate: false,
    mayEdit: false,
    archiveDays: 30,
  };
  await desk.db.query('update article set rights = $1', [JSON.stringify(rights)]);
  expect(await usage({})).toMatchObject({
    creditRequired: false,
    mayTranslate: false,
    mayEdit: false,
    uses: ['WEB', 'SOCIAL'],
    onlyIn: null,
    notIn: ['LA'],
    archiveDays: 30,
  });
  await desk.db.query(`update article set rights = '{}'`);
});

test.each([
  ['a day', day(2), day(2).toISOString()],
  ['ever', 'infinity', null],
])('whoever sees it under embargo for %s may not publish it yet', async (_title, until, told) => {
  await desk.db.query('update article set embargoed_until = $1', [until]);
  expect(await usage({ text: true, media: true })).toBeUndefined();
  expect(await usage({ text: true, media: true, embargoAccess: true })).toMatchObject({
    mayPublish: false,
    mayPublishText: false,
    mayPublishMedia: false,
    underEmbargo: true,
    embargoedUntil: told,
  });
  await desk.db.query('update article set embargoed_until = null');
});
