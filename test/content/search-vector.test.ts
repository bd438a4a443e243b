import { Client } from 'pg';
import { searchedWords, searchVector } from '../../src/content/search-vector.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';

let database: TestDatabase;
let client: Client;

beforeAll(async () => {
  database = await createTestDatabase();
  client = new Client(database.url);
  await client.connect();
});

afterAll(async () => {
  await client?.end();
  await database?.drop();
});

/** The vector as PostgreSQL writes it, a lexeme each. */
async function lexemes(...[parts]: Parameters<typeof searchedWords>): Promise<string[]> {
  const { rows } = await client.query<{ words: string }>('select $1::tsvector::text as words', [
    searchVector(searchedWords(parts)),
  ]);
  return rows.flatMap(({ words }) => words.split(' ')).filter(lexeme => lexeme !== '');
}

const lexemesOf = (text: string) => lexemes({ headline: '', lede: '', text });

test('a headline weighs most, then the lede, then the body, and no phrase goes from one to the next', async () => {
  expect(await lexemes({ headline: 'Hội nghị', lede: 'ở Lào', text: 'nghị quyết' })).toEqual([
    "'=hôi.':1A",
    "'=lao`':14B",
    "'=nghi.':2A,25",
    "'=quyê/t':26",
    "'=ơ?':13B",
    "'hoi':1A",
    "'lao':14B",
    "'nghi':2A,25",
    "'o':13B",
    "'quyet':26",
  ]);
});

test('what several words share stands there once, with the places of all', async () => {
  expect(await lexemesOf('Hội hỏi HỘI hoi hội')).toEqual(["'=hoi?':2", "'=hôi.':1,3,5", "'hoi':1,2,3,4,5"]);
});

test('characters of any length in UTF-8 are kept', async () => {
  expect(await lexemesOf('a é д 𐐨𐐨a ກາ 𠀀𠀁')).toHaveLength(9);
  expect(await lexemesOf('𐐨b')).toEqual(["'𐐨b':1"]);
});

test('an article without words has an empty vector', async () => {
  expect(await lexemes({ headline: '', lede: '…', text: '👍' })).toEqual([]);
});

test('a word has at most 255 places, and so has what several words share', async () => {
  expect((await lexemesOf('a '.repeat(1000))).join('').split(',')).toHaveLength(255);
  expect((await lexemesOf('a A '.repeat(200))).join('').split(',')).toHaveLength(255);
});

test('words after the last place that PostgreSQL counts are all at that place', async () => {
  const words = Array.from({ length: 16_400 }, (_, index) => `w${index}`);
  const found = await lexemesOf(`${words.join(' ')} á à`);

  expect(found).toEqual(expect.arrayContaining(["'w16398':16383", "'w16399':16383", "'a':16383", "'=a/':16383"]));
});

test('a vector of very many words stays within what PostgreSQL stores', async () => {
  const words = Array.from({ length: 60_000 }, (_, index) => `wörd${index}`);
  const found = await lexemesOf(words.join(' '));

  expect(found.length).toBeGreaterThan(20_000);
  expect(found.length).toBeLessThan(60_000);
});
