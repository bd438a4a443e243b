import * as fc from 'fast-check';
import { Client } from 'pg';
import { searchQuery } from '../../src/content/search-query.js';
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

/** Whether PostgreSQL finds an article of this body by this search. */
function finds(body: string, search: string): Promise<boolean | null> {
  return findsIn({ headline: '', lede: '', text: body }, search);
}

async function findsIn(parts: Parameters<typeof searchedWords>[0], search: string): Promise<boolean | null> {
  const { rows } = await client.query<{ found: boolean | null }>({
    name: 'finds',
    text: 'select $1::tsvector @@ $2::tsquery as found',
    values: [searchVector(searchedWords(parts)), searchQuery(search)],
  });
  return rows[0]?.found ?? null;
}

/** Running text in the scripts that put no spaces between words, and Korean. */
const UNSPACED = {
  Lao: 'ບັນດານັກຂ່າວຕ່າງປະເທດໄດ້ຢ້ຽມຢາມນະຄອນຫຼວງວຽງຈັນໃນອາທິດແລ້ວນີ້ເພື່ອນຳສະເໜີຂ່າວ',
  Khmer: 'អ្នកសារព័ត៌មានបរទេសបានទៅទស្សនារាជធានីភ្នំពេញកាលពីសប្តាហ៍មុនដើម្បីផ្សព្វផ្សាយព័ត៌មាន',
  Thai: 'ผู้สื่อข่าวต่างประเทศเดินทางเยือนกรุงเทพมหานครเมื่อสัปดาห์ที่แล้วเพื่อรายงานข่าวการประชุมน้ำ',
  Burmese: 'နိုင်ငံခြားသတင်းထောက်များသည်ပြီးခဲ့သောသီတင်းပတ်ကရန်ကုန်မြို့သို့လာရောက်ခဲ့ကြသည်',
  Chinese: '外国记者上周访问了河内市并报道了东盟合作会议的最新进展和各国代表的发言',
  Japanese: '外国の記者団は先週ハノイ市を訪れてアセアン協力会議の最新の動きについて報道しました',
  Korean: '외국기자들은지난주하노이시를방문하여아세안협력회의의최신소식을보도했습니다',
};

const GRAPHEMES = new Intl.Segmenter('und', { granularity: 'grapheme' });
const graphemesOf = (text: string) => Array.from(GRAPHEMES.segment(text), ({ segment }) => segment);

const VIETNAMESE = 'hội nghị cấp cao quốc tế về hợp tác và phát triển bền vững ở khu vực đông nam á năm 2025'.split(
  ' ',
);
const WORDS = [...VIETNAMESE, 'ASEAN', 'théâtre', 'год', 'мир', 'Ελλάδα', 'COVID-19', '东盟', 'ລາວ', 'ភ្នំពេញ'];

const unaccented = (text: string) =>
  text
    .normalize('NFD')
    .replaceAll(/[\u0300-\u036F]/g, '')
    .replaceAll('đ', 'd')
    .replaceAll('Đ', 'D');

const anything = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: fc.nat(0xff_ff).map(code => String.fromCharCode(code)), size: 'large' }),
  fc.string({
    unit: fc.constantFrom(
      ...Array.from('"\'\\&|!:*<>()-–−“”«» \0\t=.,/`~?aAđÁ1กກ中한'),
      '\u0301',
      '\u200B',
      '\uD83D',
      '👍',
    ),
  }),
  fc.string({ unit: 'grapheme', size: 'large' }),
);

test('PostgreSQL reads the vector and the query of any text', async () => {
  await fc.assert(
    fc.asyncProperty(anything, anything, anything, anything, async (headline, lede, body, search) => {
      const found = await findsIn({ headline, lede, text: body }, search);
      expect(found === null).toBe(searchQuery(search) === null);
    }),
    { numRuns: 400 },
  );
});

test('PostgreSQL reads the vector of a very long article', async () => {
  const words = Array.from({ length: 60_000 }, (_, index) => `từ${index}`).join(' ');

  expect(await finds(words, 'tu0 từ20000')).toBe(true);
});

test('any text is found by itself', async () => {
  await fc.assert(
    fc.asyncProperty(anything, async text => {
      const search = text.slice(0, 100).replaceAll(/[-−－]/g, ' ');
      expect(await finds(search, search)).toBe(searchQuery(search) === null ? null : true);
    }),
    { numRuns: 500 },
  );
});

test.each(Object.entries(UNSPACED))('any part of running %s text is found by its own search', async (_, text) => {
  const letters = graphemesOf(text);

  await fc.assert(
    fc.asyncProperty(fc.nat(letters.length - 1), fc.integer({ min: 1, max: 12 }), async (start, length) => {
      const part = letters.slice(start, start + length).join('');
      expect({ part, found: await finds(`«${text}» 2025`, part) }).toEqual({ part, found: true });
    }),
    { numRuns: 300 },
  );
});

test.each(Object.entries(UNSPACED))('running %s text is not found by its letters in another order', async (_, text) => {
  const [first, second, third] = graphemesOf(text).slice(-3);

  expect(await finds(text, `${third}${second}${first}`)).toBe(false);
});

test('words that follow each other are found as a phrase, without accents too', async () => {
  const words = fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 60 });
  const joints = fc.infiniteStream(fc.constantFrom(' ', ', ', '–', '. ', '\u00A0', ' “', "'"));

  await fc.assert(
    fc.asyncProperty(words, joints, fc.nat(), fc.integer({ min: 1, max: 8 }), async (all, joint, from, length) => {
      const text = all.map(word => word + joint.next().value).join('');
      const phrase = all.slice(from % all.length, (from % all.length) + length).join(' ');
      expect({ text, phrase, found: await finds(text, `"${phrase}"`) }).toEqual({ text, phrase, found: true });
      expect(await finds(text, `"${unaccented(phrase)}"`)).toBe(true);
      expect(await finds(text.normalize('NFD'), phrase.toUpperCase())).toBe(true);
    }),
    { numRuns: 500 },
  );
});

test('a phrase is not found where its words stand apart, or in two parts of the article', async () => {
  expect(await finds('hội thảo và nghị quyết', '"hội nghị"')).toBe(false);
  expect(await findsIn({ headline: 'hội', lede: 'nghị', text: '' }, '"hội nghị"')).toBe(false);
  expect(await findsIn({ headline: 'hội', lede: 'nghị', text: '' }, 'hội nghị')).toBe(true);
});

test('accents typed are accents meant; accents left out match any', async () => {
  const one = fc.constantFrom(...VIETNAMESE);

  await fc.assert(
    fc.asyncProperty(one, one, async (written, typed) => {
      expect(await finds(written, unaccented(typed))).toBe(unaccented(written) === unaccented(typed));
      expect(await finds(written, typed)).toBe(
        typed === unaccented(typed) ? unaccented(written) === typed : written === typed,
      );
    }),
  );
  expect(await finds('hội', 'hỏi')).toBe(false);
  expect(await finds('hoi', 'hội')).toBe(false);
  expect(await finds('hội', 'hôi')).toBe(false);
  expect(await finds('hòa bình, thuỷ sản', 'hoà bình thủy sản')).toBe(true);
});

test('what is excluded is not found', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.constantFrom(...WORDS), { minLength: 2, maxLength: 9 }), async words => {
      const [first, last] = [words[0] ?? '', words.at(-1) ?? ''];
      expect(await finds(words.join(' '), `${first} -${last}`)).toBe(false);
      expect(await finds(words.join(' '), `-"${words.slice(-2).join(' ')}" ${first}`)).toBe(false);
      expect(await finds(words.join(' '), `${first} -elsewhere -"${last} elsewhere"`)).toBe(true);
    }),
  );
});

test('a search of many words or one endless run is asked in bounded time', async () => {
  const long = '越南共产党'.repeat(5000);

  expect(await finds(long, long)).toBe(true);
  expect(await finds(long, `越 -${long}`)).toBe(false);
});
