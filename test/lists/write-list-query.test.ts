import * as fc from 'fast-check';
import { readListRequest } from '../../src/lists/list-request.js';
import { writeGraphqlQuery } from '../../src/lists/write-graphql-query.js';
import { writeAddress, writeListQuery } from '../../src/lists/write-list-query.js';

const slugs = fc.array(fc.stringMatching(/^[a-z][a-z0-9-]{0,12}$/), { minLength: 1, maxLength: 3 }).map(String);
const choice = fc.record(
  {
    topic: slugs,
    event: slugs,
    source: slugs,
    country: fc.constantFrom('LA', 'VN,KH'),
    lang: fc.constantFrom('lo', 'vi,zh-Hans'),
    q: fc.string({ unit: 'binary', minLength: 1 }).filter(text => text.trim() !== ''),
    from: fc.constantFrom('2022-01-01', '2022-07-18T02:30:00Z'),
    tz: fc.constantFrom('Asia/Vientiane', 'UTC'),
    limit: fc.integer({ min: 1, max: 100 }).map(String),
  },
  { requiredKeys: [] },
);

test('whatever the address of a list says, the address that we write of it says the same', () => {
  fc.assert(
    fc.property(choice, said => {
      const list = readListRequest(new URLSearchParams(said));
      const address = writeAddress('http://127.0.0.1/feeds.rss', writeListQuery(list));
      expect(readListRequest(new URL(address).searchParams)).toEqual(list);
    }),
  );
});

test('a query says the same selection, with words that would end its text', () => {
  const { filter } = readListRequest(new URLSearchParams('topic=asean,tourism&lang=lo&q="hội nghị" \\ }&last=P7D'));
  const query = writeGraphqlQuery({ filter, limit: 5 });
  expect(query).toContain('topics: {any: ["asean", "tourism"]}');
  expect(query).toContain(String.raw`text: "\"hội nghị\" \\ }"`);
  expect(query).toContain('published: {last: "P7D"}');
  expect(writeGraphqlQuery({ filter: {}, limit: 5 })).toContain('articles(first: 5)');
});
