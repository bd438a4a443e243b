/** What the pages say, in the languages that they are read in. A language more is a column more. */
const WORDS = {
  en: {
    lead: 'Articles by topic, event and date, in every language they were published in, for newsrooms, embassy sites and developers.',
    search: 'Search',
    searchHint: 'Words, "a phrase", -without',
    newest: 'Newest articles',
    topics: 'Topics',
    events: 'Events',
    sources: 'Sources',
    languages: 'Languages',
    feeds: 'Feeds of this list',
    developers: 'For developers',
    explorer: 'Write queries with the schema at hand. Needs no other site.',
    sandbox: 'The same endpoint in Apollo’s own explorer.',
    status: 'Whether the gateway and its database can answer.',
    documentation: 'Documentation',
    documented: 'All that can be said in the address of a feed or an embed, and where to go on.',
    query: 'A first query',
    older: 'Older articles',
    nothing: 'There is no article here that you may read.',
    found: 'Search results',
    original: 'Read it at its publisher',
    credit: 'Credit',
    otherLanguages: 'In other languages',
    corrected: 'Changed',
    republish: 'Republish this article',
    republishHow: 'You may publish it with the credit line and the link to the original. Copy it as:',
    asHtml: 'HTML',
    asMarkdown: 'Markdown',
    asText: 'Plain text',
    asNinjs: 'ninjs, for machines',
    pictures: 'Pictures',
    noText: 'The text is held by a licence: read it at its publisher.',
    notFound: 'There is no such page, or none that you may read.',
    embed: 'Put this list on your site',
    withdrawn: 'This article was withdrawn',
    withdrawnSource: 'Its publisher has withdrawn it.',
    withdrawnError: 'It was wrong in a way that no correction could mend.',
    withdrawnLegal: 'It may no longer be shown, for legal reasons.',
    withdrawnRights: 'It was not ours to pass on.',
    withdrawnSafety: 'It was withdrawn to keep people safe.',
    withdrawnOther: 'Please do not pass it on any more.',
    replacement: 'Read instead',
    corrections: 'Corrections',
    minor: 'A slip was put right',
    substantive: 'A fact was put right',
    legal: 'Put right for legal reasons',
    home: 'Front page',
  },
  vi: {
    lead: 'Tin bài theo chủ đề, sự kiện và thời gian, bằng mọi ngôn ngữ đã xuất bản, dành cho các tòa soạn, trang của đại sứ quán và lập trình viên.',
    search: 'Tìm kiếm',
    searchHint: 'Từ khóa, "cụm từ", -loại trừ',
    newest: 'Bài mới nhất',
    topics: 'Chủ đề',
    events: 'Sự kiện',
    sources: 'Nguồn tin',
    languages: 'Ngôn ngữ',
    feeds: 'Nguồn cấp của danh sách này',
    developers: 'Dành cho lập trình viên',
    explorer: 'Viết truy vấn ngay bên lược đồ. Không cần trang nào khác.',
    sandbox: 'Cùng địa chỉ ấy trong trình khám phá của Apollo.',
    status: 'Cổng tin và cơ sở dữ liệu có trả lời được không.',
    documentation: 'Tài liệu',
    documented: 'Mọi điều có thể ghi trong địa chỉ của nguồn cấp hay khung nhúng, và các bước tiếp theo.',
    query: 'Truy vấn đầu tiên',
    older: 'Bài cũ hơn',
    nothing: 'Ở đây không có bài nào bạn được đọc.',
    found: 'Kết quả tìm kiếm',
    original: 'Đọc tại nơi xuất bản',
    credit: 'Ghi nguồn',
    otherLanguages: 'Ngôn ngữ khác',
    corrected: 'Đã sửa',
    republish: 'Đăng lại bài này',
    republishHow: 'Bạn được đăng lại, kèm dòng ghi nguồn và liên kết đến bản gốc. Sao chép dưới dạng:',
    asHtml: 'HTML',
    asMarkdown: 'Markdown',
    asText: 'Văn bản thuần',
    asNinjs: 'ninjs, cho máy đọc',
    pictures: 'Ảnh',
    noText: 'Toàn văn cần giấy phép: hãy đọc tại nơi xuất bản.',
    notFound: 'Không có trang này, hoặc bạn không được đọc.',
    embed: 'Đưa danh sách này lên trang của bạn',
    withdrawn: 'Bài này đã được thu hồi',
    withdrawnSource: 'Nơi xuất bản đã thu hồi bài này.',
    withdrawnError: 'Bài có sai sót không thể đính chính.',
    withdrawnLegal: 'Bài không được hiển thị nữa vì lý do pháp lý.',
    withdrawnRights: 'Chúng tôi không có quyền phát bài này.',
    withdrawnSafety: 'Bài được thu hồi để bảo đảm an toàn cho con người.',
    withdrawnOther: 'Xin đừng phát lại bài này nữa.',
    replacement: 'Mời đọc bài thay thế',
    corrections: 'Đính chính',
    minor: 'Sửa lỗi nhỏ',
    substantive: 'Sửa thông tin sai',
    legal: 'Sửa vì lý do pháp lý',
    home: 'Trang đầu',
  },
} as const;

export type PageLanguage = keyof typeof WORDS;
export type Words = Record<keyof (typeof WORDS)['en'], string>;

/** The languages that pages are written in. */
export const PAGE_LANGUAGES = Object.keys(WORDS) as PageLanguage[];

export function wordsIn(language: PageLanguage): Words {
  return WORDS[language];
}

/** The first of the languages that a browser asks for (RFC 9110, section 12.5.4) that pages are written in; English for none. */
export function pageLanguage(accepted: string | undefined): PageLanguage {
  const wanted = (accepted ?? '')
    .split(',')
    .map(part => {
      const [tag = '', ...parameters] = part.trim().toLowerCase().split(';');
      const weight = parameters.map(parameter => /^\s*q=([\d.]+)\s*$/.exec(parameter)?.[1]).find(Boolean);
      return { tag: tag.split('-', 1)[0] ?? '', weight: Number(weight ?? 1) };
    })
    .toSorted((one, other) => other.weight - one.weight);
  return wanted.map(({ tag }) => PAGE_LANGUAGES.find(language => language === tag)).find(Boolean) ?? 'en';
}
