import { pino } from 'pino';
import { readConfig } from '../../src/config.js';
import { startGateway } from '../../src/gateway.js';
import { runGateway } from '../support/running-gateway.js';

const COST = 12;
const FIT = 17;

test('two whole gateways count a visitor together, by the address that a trusted proxy says', async () => {
  const settings = {
    QUOTA_STORE: 'postgres',
    VISITOR_COST_PER_MINUTE: String(FIT * COST),
    TRUSTED_PROXIES: '127.0.0.1, ::1',
    POLL: 'false',
  };
  const one = await runGateway(settings);
  const config = readConfig({ DATABASE_URL: one.databaseUrl, PORT: '0', DEMO: 'false', ...settings });
  const other = await startGateway(config, pino({ level: 'silent' }));
  const ask = (url: string, address: string): Promise<Response> =>
    fetch(`${url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-forwarded-for': address },
      body: JSON.stringify({ query: '{ sources(first: 2) { nodes { slug } } }' }),
    });
  try {
    const answers = await Promise.all(
      Array.from({ length: 40 }, (_, index) => ask([one, other][index % 2]!.url, '198.51.100.7')),
    );
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(FIT);
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(40 - FIT);
    const beside = await ask(one.url, '198.51.100.8');
    expect(await beside.json()).toMatchObject({
      extensions: { cost: { requested: COST, actual: COST, remaining: (FIT - 1) * COST } },
    });
    expect(beside.headers.get('access-control-expose-headers')).toContain('ratelimit');
  } finally {
    await other.close();
    await one.close();
  }
});
