import { type Desk, openDesk } from '../support/desk.js';

let desk: Desk;

beforeAll(async () => {
  desk = await openDesk();
});

afterAll(() => desk.close());

/** The articles of these moments that a range takes, by the moments. */
async function taken(moments: string[], published: Record<string, string>): Promise<string[]> {
  await desk.take(
    'desk',
    ...moments.map(moment => ({ identity: moment, headline: moment, publishedAt: new Date(moment) })),
  );
  const { articles } = await desk.ask(
    `query ($published: DateRange) {
      articles(orderBy: OLDEST, first: 100, filter: { published: $published }) { nodes { headline } totalCount }
    }`,
    { published },
  );
  const found = articles.nodes.map(({ headline }: { headline: string }) => headline);
  expect(articles.totalCount).toBe(found.length);
  return found.filter((moment: string) => moments.includes(moment));
}

describe('a day is a day where the reader lives', () => {
  test.each([
    ['Hà Nội', 'Asia/Ho_Chi_Minh', '2022-07-18', '2022-07-17T17:00:00.000Z', '2022-07-18T17:00:00.000Z'],
    ['UTC', 'UTC', '2022-07-18', '2022-07-18T00:00:00.000Z', '2022-07-19T00:00:00.000Z'],
    [
      'Kathmandu, off by a quarter',
      'Asia/Kathmandu',
      '2022-07-18',
      '2022-07-17T18:15:00.000Z',
      '2022-07-18T18:15:00.000Z',
    ],
    [
      'New York on the day of 23 hours',
      'America/New_York',
      '2022-03-13',
      '2022-03-13T05:00:00.000Z',
      '2022-03-14T04:00:00.000Z',
    ],
    [
      'New York on the day of 25 hours',
      'America/New_York',
      '2022-11-06',
      '2022-11-06T04:00:00.000Z',
      '2022-11-07T05:00:00.000Z',
    ],
    [
      'São Paulo on a day without a midnight',
      'America/Sao_Paulo',
      '2018-11-04',
      '2018-11-04T03:00:00.000Z',
      '2018-11-05T02:00:00.000Z',
    ],
    [
      'Havana on a day with two midnights',
      'America/Havana',
      '2022-11-06',
      '2022-11-06T04:00:00.000Z',
      '2022-11-07T05:00:00.000Z',
    ],
    [
      'Havana on the day before',
      'America/Havana',
      '2022-11-05',
      '2022-11-05T04:00:00.000Z',
      '2022-11-06T04:00:00.000Z',
    ],
    [
      'the last day of a year',
      'Asia/Ho_Chi_Minh',
      '2021-12-31',
      '2021-12-30T17:00:00.000Z',
      '2021-12-31T17:00:00.000Z',
    ],
    ['a leap day', 'Asia/Vientiane', '2024-02-29', '2024-02-28T17:00:00.000Z', '2024-02-29T17:00:00.000Z'],
  ])('%s', async (_title, timeZone, on, first, next) => {
    const moment = (of: string, ms: number) => new Date(Date.parse(of) + ms).toISOString();
    const moments = [moment(first, -1), first, moment(first, 1), moment(next, -1), next];

    expect(await taken(moments, { on, timeZone })).toEqual(moments.slice(1, 4));
    const following = new Date(Date.parse(on) + 86_400_000).toISOString().slice(0, 10);
    expect(await taken(moments, { from: on, to: following, timeZone })).toEqual(moments.slice(1, 4));
  });

  test('a day that a country has left out is empty', async () => {
    const moments = ['2011-12-30T09:59:59.999Z', '2011-12-30T10:00:00.000Z'];
    expect(await taken(moments, { on: '2011-12-30', timeZone: 'Pacific/Apia' })).toEqual([]);
    expect(await taken(moments, { on: '2011-12-31', timeZone: 'Pacific/Apia' })).toEqual(moments.slice(1));
  });
});

describe('a moment', () => {
  const moments = [
    '2022-11-06T05:29:00.000Z',
    '2022-11-06T05:30:00.000Z',
    '2022-11-06T06:29:00.000Z',
    '2022-11-06T06:30:00.000Z',
  ];

  test.each([
    ['with an offset is what it says, wherever the reader lives', '2022-11-06T01:30:00-05:00', 3],
    ['with another offset too', '2022-11-06T13:30:00+07:00', 3],
    ['with an offset without a colon', '2022-11-06T13:30+0700', 3],
    ['in UTC', '2022-11-06t06:30:00z', 3],
    ['to the nanosecond, of which we keep a thousandth of a second', '2022-11-06T06:29:59.999999999Z', 3],
    ['without an offset is in the time zone, the first of two', '2022-11-06T01:30', 1],
    ['with a blank in its middle', '2022-11-06 01:30:00', 1],
    ['that clocks pass over is the moment after', '2022-03-13T02:30', 0],
  ])('%s', async (_title, from, firstTaken) => {
    expect(await taken(moments, { from, timeZone: 'America/New_York', to: '2022-11-07' })).toEqual(
      moments.slice(firstTaken),
    );
  });

  test('that clocks pass over is found where it would have been', async () => {
    const around = ['2022-03-13T07:29:59.999Z', '2022-03-13T07:30:00.000Z'];
    expect(await taken(around, { from: '2022-03-13T02:30', to: '2022-03-14', timeZone: 'America/New_York' })).toEqual(
      around.slice(1),
    );
  });

  test('at twenty-four o’clock is the next midnight', async () => {
    const around = ['2022-05-01T16:59:59.999Z', '2022-05-01T17:00:00.000Z'];
    expect(await taken(around, { from: '2022-05-01T24:00', to: '2022-05-03', timeZone: 'Asia/Ho_Chi_Minh' })).toEqual(
      around.slice(1),
    );
  });
});

describe('the last days', () => {
  const now = '2022-11-07T12:00:00.000Z';

  test.each([
    ['of a week', 'P7D', 'UTC', '2022-10-31T12:00:00.000Z'],
    ['written in weeks', 'P1W', 'UTC', '2022-10-31T12:00:00.000Z'],
    ['of half a day', 'PT12H', 'UTC', '2022-11-07T00:00:00.000Z'],
    ['of a month', 'P1M', 'UTC', '2022-10-07T12:00:00.000Z'],
    ['of days of 25 hours', 'P2D', 'America/New_York', '2022-11-05T11:00:00.000Z'],
    ['of two thousand years', 'P2000Y', 'UTC', '1970-01-01T00:00:00.000Z'],
  ])('%s end now', async (_title, last, timeZone, first) => {
    desk.now = new Date(now);
    const moments = [
      ...(last === 'P2000Y' ? [] : [new Date(Date.parse(first) - 1).toISOString()]),
      first,
      now,
      '2022-11-07T12:00:00.001Z',
    ];
    expect(await taken(moments, { last, timeZone })).toEqual([first, now]);
  });
});

test('a span that is open at one side goes on for ever there', async () => {
  const moments = ['1976-07-02T00:00:00.000Z', '2022-07-18T00:00:00.000Z', '2100-01-01T00:00:00.000Z'];
  expect(await taken(moments, { from: '2022-07-18' })).toEqual(moments.slice(1));
  expect(await taken(moments, { to: '2022-07-18' })).toEqual(moments.slice(0, 1));
  expect(await taken(moments, { from: '0001-01-01', to: '9999-12-31' })).toEqual(moments);
  expect(await taken(moments, { timeZone: 'Asia/Vientiane' })).toEqual(moments);
  expect(await taken(moments, { from: '0000-01-01' })).toEqual(moments);
});

test('an event is active on its days, where the reader lives', async () => {
  const active = async (range: Record<string, string>) => {
    const { events } = await desk.ask(
      'query ($active: DateRange) { events(active: $active) { nodes { slug } totalCount } }',
      {
        active: range,
      },
    );
    expect(events.totalCount).toBe(events.nodes.length);
    return events.nodes.map(({ slug }: { slug: string }) => slug);
  };
  const [year, games] = ['vietnam-laos-2022', 'sea-games-31'];

  expect(await active({ from: '2022-01-01', to: '2023-01-01' })).toEqual([year, games]);
  expect(await active({ on: '2022-05-11' })).toEqual([year]);
  expect(await active({ on: '2022-05-12' })).toEqual([year, games]);
  expect(await active({ on: '2022-05-23' })).toEqual([year, games]);
  expect(await active({ on: '2022-05-24' })).toEqual([year]);
  expect(await active({ from: '2023-01-01' })).toEqual([]);
  expect(await active({ to: '2022-01-01' })).toEqual([]);

  for (const timeZone of ['Asia/Ho_Chi_Minh', 'America/New_York', 'Pacific/Kiritimati']) {
    expect(await active({ on: '2021-12-31', timeZone })).toEqual([]);
    expect(await active({ on: '2022-01-01', timeZone })).toEqual([year]);
    expect(await active({ on: '2022-12-31', timeZone })).toEqual([year]);
    expect(await active({ on: '2023-01-01', timeZone })).toEqual([]);
  }
  desk.now = new Date('2022-05-11T18:00:00Z');
  expect(await active({ last: 'PT1H' })).toEqual([year]);
  expect(await active({ last: 'PT1H', timeZone: 'Asia/Ho_Chi_Minh' })).toEqual([year, games]);
});
