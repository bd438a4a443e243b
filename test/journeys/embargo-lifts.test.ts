import { type Desk, openDesk } from '../support/desk.js';
import { type GatewayProcess, startProcess } from '../support/gateway-process.js';

let desk: Desk;
let gateways: GatewayProcess[];

beforeAll(async () => {
  desk = await openDesk();
  const start = (): Promise<GatewayProcess> =>
    startProcess('unused', { DATABASE_URL: desk.url, DEMO: 'false', POLL: 'false' });
  gateways = await Promise.all([start(), start()]);
});

afterAll(async () => {
  await Promise.all(gateways.map(({ end }) => end('SIGKILL')));
  await desk.close();
});

interface Told {
  kind: string;
  at: string;
  headline: string;
  /** When it was heard: milliseconds since 1970. */
  heardAt: number;
}

/** A page of changes, waited for where a time is given. */
async function changesOf(
  { url }: GatewayProcess,
  after: string | null,
  wait: string | null,
): Promise<{ told: Told[]; cursor: string; more: boolean }> {
  const query = `query ($after: String, $wait: Duration) {
    changes(after: $after, wait: $wait, first: 500) {
      nodes { kind at article { headline } }
      pageInfo { endCursor hasNextPage }
    }
  }`;
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query, variables: { after, wait } }),
  });
  const { data, errors }: any = await response.json();
  expect(errors).toBeUndefined();
  const heardAt = Date.now();
  const { nodes, pageInfo } = data.changes;
  const told = nodes.map(({ article, ...node }: any) => ({ ...node, headline: article?.headline, heardAt }));
  return { told, cursor: pageInfo.endCursor, more: pageInfo.hasNextPage };
}

/** Where a gateway's log ends now. */
async function endOf(gateway: GatewayProcess): Promise<string> {
  for (let after: string | null = null; ;) {
    const { cursor, more } = await changesOf(gateway, after, null);
    if (!more) return cursor;
    after = cursor;
  }
}

/** Listens until so much has been told, and then until nothing comes for longer than a gateway takes to look again. */
async function listen(gateway: GatewayProcess, from: string, count: number): Promise<Told[]> {
  const heard: Told[] = [];
  for (let after = from; ;) {
    const { told, cursor } = await changesOf(gateway, after, heard.length < count ? 'PT20S' : 'PT2S');
    heard.push(...told);
    if (told.length === 0 && heard.length >= count) return heard;
    after = cursor;
  }
}

/** Takes in articles that are under embargo until so many milliseconds from now. */
async function takeEmbargoed(headlines: string[], ms: number): Promise<number> {
  desk.now = new Date();
  const embargoedUntil = new Date(desk.now.getTime() + ms);
  await desk.take('desk', ...headlines.map(headline => ({ identity: headline, headline, embargoedUntil })));
  return embargoedUntil.getTime();
}

test('an embargo ends by itself and is told once, on each of two gateways, and on the one that is left of them', async () => {
  const headlines = Array.from({ length: 20 }, (_, place) => `Tin ${place}`);
  const cursors = await Promise.all(gateways.map(endOf));
  const end = await takeEmbargoed(headlines, 2_000);
  const heard = await Promise.all(gateways.map((gateway, place) => listen(gateway, cursors[place]!, headlines.length)));

  for (const told of heard) {
    expect(told.map(({ headline }) => headline).toSorted()).toEqual(headlines.toSorted());
    expect(told.every(({ kind }) => kind === 'ENTERED')).toBe(true);
    expect(told.filter(({ at, heardAt }) => Date.parse(at) < end || heardAt < end)).toEqual([]);
  }
  // The same changes in the same order, whoever is asked.
  const inOrder = heard.map(told => told.map(({ at, headline }) => `${at} ${headline}`));
  expect(inOrder[0]).toEqual(inOrder[1]);
  const lifted = await desk.db.query(
    `select article_id from change where kind = 'embargo_lifted' group by article_id having count(*) = 1`,
  );
  expect(lifted).toHaveLength(headlines.length);

  const cursor = await endOf(gateways[1]!);
  const later = await takeEmbargoed(['Tin sau'], 1_000);
  await gateways[0]!.end('SIGKILL');
  const [alone, ...more] = await listen(gateways[1]!, cursor, 1);
  expect(more).toEqual([]);
  expect(alone).toMatchObject({ kind: 'ENTERED', headline: 'Tin sau' });
  expect(Date.parse(alone!.at)).toBeGreaterThanOrEqual(later);
});
