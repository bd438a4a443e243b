import { type AnswersServer, serveWithAnswers } from '../support/answers-desk.js';
import { storeTopics } from '../../src/ingest/store/store-vocabulary.js';
import { TopicInput } from '../../src/ingest/store/vocabulary-input.js';
import { type Desk, openDesk } from '../support/desk.js';

/** Writes, each followed by a question to gateways that have kept the answer of before; STALE_TRIALS=10000 for a night. */
const TRIALS = Number(process.env['STALE_TRIALS'] ?? 300);

let desk: Desk;
let servers: AnswersServer[];

beforeAll(async () => {
  desk = await openDesk();
  desk.now = new Date(Date.now() + 3_600_000);
  servers = [await serveWithAnswers(desk), await serveWithAnswers(desk)];
  await desk.take('desk', { identity: 'one', headline: '0' });
});

afterAll(async () => {
  for (const server of servers) await server.close();
  await desk.close();
});

const QUERY = '{ articles(first: 1) { nodes { headline } } topic(slug: "sport") { name } }';

/** The number that was written last, as a gateway tells it, and the number of the topic. */
async function ask(server: AnswersServer): Promise<[number, number]> {
  const { data }: any = await server.ask({ query: QUERY });
  return [Number(data.articles.nodes[0].headline), Number(data.topic.name)];
}

test(
  `of ${TRIALS} answers right after a write, on two gateways under load, none is older than the write`,
  async () => {
    const written = { article: 0, topic: 0 };
    await name(0);
    const load = new AbortController();
    const stale: string[] = [];
    // Others ask all the while, so that reads are shared and answers under way.
    const asking = servers.map(async server => {
      while (!load.signal.aborted) {
        const before = { ...written };
        const [article, topic] = await ask(server);
        if (article < before.article || topic < before.topic) stale.push(`load: ${article}, ${topic}`);
      }
    });
    for (let trial = 1; trial <= TRIALS; trial += 1) {
      if (trial % 10 === 0) await name(trial).then(() => (written.topic = trial));
      else await desk.take('desk', { identity: 'one', headline: String(trial) }).then(() => (written.article = trial));
      const answers = await Promise.all(servers.map(ask));
      for (const [article, topic] of answers) {
        if (article !== written.article || topic !== written.topic) stale.push(`${trial}: ${article}, ${topic}`);
      }
    }
    load.abort();
    await Promise.all(asking);
    expect(stale).toEqual([]);
  },
  TRIALS * 1_000,
);

/** Gives a topic another name. */
async function name(number: number): Promise<void> {
  const topic = TopicInput.parse({ slug: 'sport', names: { en: String(number) } });
  await desk.dataSource.transaction(db => storeTopics(db, [topic], desk.now));
}
