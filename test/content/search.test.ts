import * as fc from 'fast-check';
import type { IncomingArticle } from '../../src/ingest/incoming.js';
import { type Desk, filedUnder, openDesk } from '../support/desk.js';

let desk: Desk;

const day = (date: number) => new Date(Date.UTC(2022, 6, date));

/** Each is known by its identity. */
const ARTICLES: Record<string, Partial<IncomingArticle>> = {
  vi: {
    language: 'vi',
    headline: 'Hội nghị Đối ngoại toàn quốc',
    lede: 'Thuỷ điện và hoà bình',
    bodyHtml: '<p>Các đại biểu bàn về hợp tác <b>kinh</b> tế.</p><p>Việt–Lào, 55 năm; COVID-19.</p>',
    publishedAt: day(1),
    subjects: filedUnder('foreign-relations'),
  },
  // What the words above are without their accents, with others.
  other: { language: 'vi', headline: 'Hôi nghi', bodyHtml: '<p>đoi, ngoai, hoa binh</p>', publishedAt: day(2) },
  en: {
    language: 'en',
    headline: 'Ministers meet in Vientiane',
    bodyHtml: '<p>The SUMMIT agreed on a naïve plan. O’Brien spoke of Hoi nghi, and of peace, not of war.</p>',
    publishedAt: day(3),
    subjects: filedUnder('asean'),
  },
  fr: {
    language: 'fr',
    headline: 'La coopération franco-vietnamienne à l’école',
    bodyHtml: '<p>Un théâtre d’été ; cœur et âme.</p>',
    publishedAt: day(4),
  },
  ru: {
    language: 'ru',
    headline: 'Визит Министра в Ханой',
    bodyHtml: '<p>Ещё один ёлочный базар.</p>',
    publishedAt: day(5),
  },
  el: { language: 'el', headline: 'Συνάντηση στην Αθήνα', bodyHtml: '<p>Ο πρόεδρος είπε.</p>', publishedAt: day(6) },
  lo: { language: 'lo', headline: 'ກອງປະຊຸມສຸດຍອດອາຊຽນ', bodyHtml: '<p>ນະຄອນຫຼວງວຽງຈັນຕ້ອນຮັບແຂກ</p>', publishedAt: day(7) },
  km: { language: 'km', headline: 'កិច្ចប្រជុំកំពូលអាស៊ាន', bodyHtml: '<p>រាជធានីភ្នំពេញទទួលភ្ញៀវ</p>', publishedAt: day(8) },
  th: {
    language: 'th',
    headline: 'การประชุมสุดยอดอาเซียน',
    bodyHtml: '<p>กรุงเทพมหานครต้อนรับแขก น้ำท่วม</p>',
    publishedAt: day(9),
  },
  zh: {
    language: 'zh-Hans',
    headline: '东盟峰会在河内举行',
    bodyHtml: '<p>各国代表讨论合作。</p>',
    publishedAt: day(10),
  },
  ja: { language: 'ja', headline: 'ハノイで首脳会議', bodyHtml: '<p>日本の代表も参加した。</p>', publishedAt: day(11) },
  ko: {
    language: 'ko',
    headline: '하노이에서 정상회의',
    bodyHtml: '<p>한국 대표단도 참가했습니다.</p>',
    publishedAt: day(12),
  },
};

beforeAll(async () => {
  desk = await openDesk();
  await desk.take(
    'desk',
    ...Object.entries(ARTICLES).map(([identity, article]) => ({ identity, credit: identity, ...article })),
  );
});

afterAll(() => desk.close());

async function find(text: string, more: Record<string, unknown> = {}, orderBy = 'OLDEST'): Promise<string[]> {
  const { articles } = await desk.ask(
    `query ($filter: ArticleFilter, $orderBy: ArticleOrder) {
      articles(filter: $filter, orderBy: $orderBy, first: 100) { totalCount nodes { credit } facets { languages { count } } }
    }`,
    { filter: { text, ...more }, orderBy },
  );
  const found = articles.nodes.map(({ credit }: { credit: string }) => credit);
  expect(articles.totalCount).toBe(found.length);
  expect(articles.facets.languages.reduce((sum: number, { count }: { count: number }) => sum + count, 0)).toBe(
    found.length,
  );
  return found;
}

describe('search finds', () => {
  test.each<[string, string, string]>([
    ['with the accents that were typed', 'hội nghị', 'vi'],
    ['nothing that has other accents, or none where some were typed', 'hôi nghi', 'other'],
    ['every word without accents, whatever accents it has', 'hoi nghi', 'vi other en'],
    ['accents in either form of Unicode', 'hội nghị'.normalize('NFD'), 'vi'],
    ['a tone wherever its vowel carries it', 'hòa bình', 'vi'],
    ['another tone wherever its vowel carries it', 'thủy điện', 'vi'],
    ['đ by đ', 'đối ngoại', 'vi'],
    ['đ by d, and not the other way', 'doi ngoai', 'vi other'],
    ['nothing else by đ', 'đoi', 'other'],
    ['in any case', 'HỘI NGHỊ đối NGOẠI', 'vi'],
    ['accented capitals', 'ĐỐI NGOẠI', 'vi'],
    ['words across markup', 'kinh tế', 'vi'],
    ['each side of a dash', 'lào', 'vi'],
    ['what is joined by a dash', 'covid-19', 'vi'],
    ['numbers', '55', 'vi'],
    ['English in any case', 'summit MINISTERS', 'en'],
    ['what is joined by an apostrophe', "o'brien", 'en'],
    ['with and without a diaeresis', 'naive', 'en'],
    ['French without accents', 'cooperation ecole theatre ete', 'fr'],
    ['French with accents', 'coopération école', 'fr'],
    ['no French by other accents', 'ècole', ''],
    ['ligatures by their letters', 'coeur', 'fr'],
    ['Russian in any case', 'ВИЗИТ министра', 'ru'],
    ['ё by е', 'еще елочный', 'ru'],
    ['Greek without accents, whatever sigma ends it', 'ΠΡΟΕΔΡΟΣ συναντηση', 'el'],
    ['a word inside Lao', 'ອາຊຽນ', 'lo'],
    ['another inside Lao', 'ວຽງຈັນ', 'lo'],
    ['a word inside Khmer', 'ភ្នំពេញ', 'km'],
    ['a word inside Thai', 'อาเซียน', 'th'],
    ['Thai with its vowel typed in two parts', 'นํ้าท่วม', 'th'],
    ['a word inside Chinese', '峰会', 'zh'],
    ['one sign of Chinese', '盟', 'zh'],
    ['words of Chinese apart', '河内 东盟', 'zh'],
    ['nothing that stands in Chinese apart only', '盟在', ''],
    ['a word inside Japanese', '首脳', 'ja'],
    ['Japanese typed in half width', 'ﾊﾉｲ', 'ja'],
    ['a word that Korean has tied a particle to', '하노이', 'ko'],
    ['Korean in either form of Unicode', '정상회의'.normalize('NFD'), 'ko'],
    ['a phrase', '"hợp tác kinh tế"', 'vi'],
    ['no phrase in another order', '"kinh tế hợp tác"', ''],
    ['no phrase from the end of the headline into the text', '"toàn quốc thuỷ điện"', ''],
    ['a phrase in other quotes', '“meet in vientiane”', 'en'],
    ['a phrase without an end', '"meet in', 'en'],
    ['without a word', 'hoi nghi -vientiane', 'vi other'],
    ['without several words', 'hoi nghi -vientiane -"đối ngoại"', 'other'],
    ['nothing when all is left out', '-vientiane', ''],
    ['nothing in signs alone', '… !? &|', ''],
    ['everything in blanks', '   ', 'vi other en fr ru el lo km th zh ja ko'],
    ['words that are operators elsewhere', 'peace & !war', 'en'],
  ])('%s: %s', async (_title, text, expected) => {
    expect((await find(text)).join(' ')).toBe(expected);
  });

  test('in a topic, a language and a time only', async () => {
    expect(await find('hoi nghi', { topics: { any: ['politics'] } })).toEqual(['vi', 'en']);
    expect(await find('hoi nghi', { topics: { any: ['politics'] }, languages: ['en'] })).toEqual(['en']);
    expect(await find('hoi nghi', { languages: ['vi', 'en'], published: { from: '2022-07-02' } })).toEqual([
      'other',
      'en',
    ]);
    expect(await find('hoi nghi', { published: { on: '2022-07-02' } }, 'RELEVANCE')).toEqual(['other']);
    expect(await find('hoi nghi', { topics: { none: ['asean'] } }, 'RECENTLY_UPDATED')).toEqual(['other', 'vi']);

    const { topic } = await desk.ask(
      '{ topic(slug: "asean") { articles(filter: { text: "hoi nghi" }, orderBy: RELEVANCE) { totalCount nodes { credit } } } }',
    );
    expect(topic.articles).toEqual({ totalCount: 1, nodes: [{ credit: 'en' }] });
  });

  test('what an article says now, and not what it said', async () => {
    await desk.take('desk', { identity: 'changing', credit: 'changing', headline: 'Sửu nhi' });
    expect(await find('sửu nhi')).toEqual(['changing']);
    await desk.take('desk', { identity: 'changing', credit: 'changing', headline: 'Thiếu nhi' });
    expect(await find('sửu nhi')).toEqual([]);
    expect(await find('thiếu nhi')).toEqual(['changing']);
  });
});

describe('by relevance', () => {
  const filler = (count: number) => 'và nhiều chuyện khác nữa '.repeat(count);
  const places: Record<string, Partial<IncomingArticle>> = {
    body: { bodyHtml: `<p>${filler(30)} gạch ngói</p>`, publishedAt: day(20) },
    often: { bodyHtml: `<p>${'gạch ngói, rồi lại nói chuyện khác. '.repeat(30)}</p>`, publishedAt: day(21) },
    lede: { lede: 'Chuyện gạch ngói', publishedAt: day(22) },
    headline: { headline: 'Gạch ngói lên giá', publishedAt: day(19) },
  };

  beforeAll(() =>
    desk.take(
      'desk',
      ...Object.entries(places).map(([identity, article]) => ({
        identity,
        credit: identity,
        headline: 'Tin',
        ...article,
      })),
    ),
  );

  test.each(['gạch', 'gach ngoi', '"gạch ngói"', 'ngói gạch', 'gạch ngói -xi'])(
    'what stands in the headline comes first, then in the lede: %s',
    async text => {
      const found = await find(text, {}, 'RELEVANCE');
      expect(found.slice(0, 2)).toEqual(['headline', 'lede']);
      expect(found).toHaveLength(4);
    },
  );

  test('articles as relevant as each other keep their order on every page', async () => {
    await desk.take(
      'wire',
      ...Array.from({ length: 25 }, (_, place) => ({
        identity: `alike ${place}`,
        headline: 'Đồng hạng',
        language: 'vi',
      })),
    );
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const { articles }: any = await desk.ask(
        'query ($after: String) { articles(filter: { text: "đồng hạng" }, orderBy: RELEVANCE, first: 4, after: $after) { nodes { id } pageInfo { hasNextPage endCursor } } }',
        { after },
      );
      seen.push(...articles.nodes.map(({ id }: { id: string }) => id));
      after = articles.pageInfo.hasNextPage ? articles.pageInfo.endCursor : null;
    } while (after);
    expect(new Set(seen).size).toBe(25);
    expect(seen).toHaveLength(25);
  });
});

test('any text may be searched for, in any order', async () => {
  const text = fc.oneof(
    fc.string({ unit: 'binary', size: 'medium' }),
    fc.string({ unit: 'grapheme', size: 'medium' }),
    fc.string({ unit: fc.nat(0xff_ff).map(code => String.fromCharCode(code)) }),
    fc.string({ unit: fc.constantFrom(...Array.from(`"'\\&|!:*<>()-–“” \0\t=.,/\`~?aAđÁ1กน中한`)) }),
    fc.string({ unit: fc.constantFrom('hội ', 'nghị ', '"', '-', '东盟', 'ອາຊຽນ', '\u0301', '\u200B') }),
  );
  await fc.assert(
    fc.asyncProperty(text, fc.constantFrom('NEWEST', 'RECENTLY_UPDATED', 'RELEVANCE'), async (anything, orderBy) => {
      if (anything.trim() !== '') await find(anything, {}, orderBy);
    }),
    { numRuns: 300 },
  );
});
