import { Licence } from '../../src/partners/licence.js';
import { partnerWithKey } from '../support/desk-keys.js';
import { serveDesk } from '../support/desk-server.js';
import { type Desk, filedUnder, grantPublicly, openDesk } from '../support/desk.js';
import type { Answer, SampleServer } from '../support/sample-server.js';

let desk: Desk;
let server: SampleServer;
const headers: Record<string, Record<string, string>> = {};

beforeEach(async () => {
  desk = await openDesk();
  server = await serveDesk(desk);
  await desk.db.clear(Licence);
  for (const slug of ['asean', 'football', 'editors']) {
    const { partnerId, headers: its } = await partnerWithKey(desk, slug, [slug === 'editors' ? 'desk' : 'read']);
    headers[slug] = its;
    if (slug === 'editors') continue;
    await grantPublicly(desk.db, { partnerId, filter: { topics: { any: [slug] } }, history: true });
  }
});

afterEach(async () => {
  await server.app.close();
  await desk.close();
});

async function ask(who: string, query: string, variables: object = {}): Promise<Answer> {
  return server.ask({ query, variables }, headers[who] ?? {});
}

const CHANGES = `query ($after: String) { changes(after: $after) {
  nodes { kind version changedFields correction { severity note fields version at } article { id headline status } }
  pageInfo { endCursor }
} }`;

async function hear(who: string, after: string | null): Promise<{ nodes: any[]; after: string }> {
  const { data, errors }: any = await ask(who, CHANGES, { after });
  expect(errors).toEqual([]);
  return { nodes: data.changes.nodes, after: data.changes.pageInfo.endCursor };
}

const CORRECT = `mutation ($input: CorrectArticleInput!) {
  correctArticle(input: $input) { version changed article { headline status corrections { severity note fields version } } }
}`;

test('a correction reaches whoever had the article as one, and everybody else as an article', async () => {
  await desk.take('desk', { identity: 'a', headline: 'Sai', bodyHtml: '<p>Sai.</p>', subjects: filedUnder('asean') });
  const before = await hear('asean', null);
  const { after } = await hear('football', null);
  const article = before.nodes[0].article.id;
  const right = { headline: 'Đúng', html: '<p>Đúng.</p>', topics: ['asean', 'football'] };
  const input = { article, expectedVersion: 1, ...right, severity: 'LEGAL', note: 'Xin lỗi.', clientKey: 'once' };

  const correction = { severity: 'LEGAL', note: 'Xin lỗi.', fields: ['body', 'headline', 'topics'], version: 2 };
  const done = {
    version: 2,
    changed: true,
    article: { headline: 'Đúng', status: 'CORRECTED', corrections: [correction] },
  };
  for (const _ of ['first', 'again']) {
    expect(await ask('editors', CORRECT, { input })).toMatchObject({ errors: [], data: { correctArticle: done } });
  }
  expect((await hear('asean', before.after)).nodes).toMatchObject([
    {
      kind: 'CORRECTED',
      version: 2,
      correction: { ...correction, at: desk.now.toISOString() },
      article: { status: 'CORRECTED' },
    },
  ]);
  expect((await hear('football', after)).nodes).toMatchObject([
    { kind: 'ENTERED', correction: null, article: { headline: 'Đúng' } },
  ]);
  const { data }: any = await ask(
    'asean',
    `{ article(id: "${article}") { versions { nodes { headline } } diff(from: 1, to: 2) { from } } }`,
  );
  expect(data.article).toEqual({ versions: { nodes: [{ headline: 'Đúng' }] }, diff: null });

  const again = await ask('editors', CORRECT, { input: { article, severity: 'MINOR', note: 'Only a note.' } });
  expect(again.data).toMatchObject({
    correctArticle: { version: 3, article: { corrections: [{ severity: 'MINOR', fields: [] }, correction] } },
  });
});

test('only the desk corrects, what is there and as it knows it', async () => {
  await desk.take('desk', { identity: 'a', headline: 'Sai', subjects: filedUnder('asean') });
  const article = (await hear('asean', null)).nodes[0].article.id;
  const input = { article, headline: 'Đúng', severity: 'MINOR' };
  const code = async (who: string, more: object): Promise<unknown> =>
    (await ask(who, CORRECT, { input: { ...input, ...more } })).errors[0]?.extensions;

  expect(await code('asean', {})).toMatchObject({ code: 'FORBIDDEN' });
  expect(await code('visitor', {})).toMatchObject({ code: 'UNAUTHENTICATED' });
  expect(await code('editors', { expectedVersion: 2 })).toMatchObject({ code: 'CONFLICT', version: 1 });
  expect(await code('editors', { note: 'x'.repeat(2_001) })).toMatchObject({
    code: 'BAD_USER_INPUT',
    argument: 'input.note',
  });
  await desk.take('desk', { identity: 'a', headline: 'Sai', subjects: filedUnder('asean'), status: 'canceled' });
  expect(await code('editors', {})).toMatchObject({ code: 'CONFLICT' });
});
