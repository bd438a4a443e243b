import { type RunningGateway, runGateway } from '../support/running-gateway.js';

let gateway: RunningGateway;

beforeAll(async () => {
  gateway = await runGateway({ POLL: 'false' });
}, 120_000);

afterAll(() => gateway.close());

test('the demo shows a corrected article, and nothing of the draft that it stands for', async () => {
  const { corrected, draft } = await gateway.ask(`{
    corrected: articles(filter: { text: "\\"reading rooms\\"" }) { nodes { headline status corrections { severity note fields version } } }
    draft: articles(filter: { text: "\\"read by an editor\\"" }) { totalCount }
  }`);
  expect(corrected.nodes).toEqual([
    {
      headline: 'Five reading rooms open along the Mekong',
      status: 'CORRECTED',
      corrections: [
        {
          severity: 'SUBSTANTIVE',
          note: expect.stringMatching(/There are five/),
          fields: ['body', 'headline'],
          version: 2,
        },
      ],
    },
  ]);
  expect(draft.totalCount).toBe(0);
});
