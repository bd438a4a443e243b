import type { PageLanguage } from './words.js';

/** A chapter of the documentation: what it is about, and addresses, parameters or queries with what they are for. */
export interface Chapter {
  heading: string;
  text: string;
  rows: [code: string, meaning: string][];
}

interface Documentation {
  title: string;
  lead: string;
  chapters: Chapter[];
}

const WORDS: Record<PageLanguage, Documentation> = {
  en: {
    title: 'Documentation',
    lead: 'One selection of articles, said in one way, serves feeds, embeds, searches and queries alike.',
    chapters: [
      {
        heading: 'Which articles',
        text: 'These stand in the address of a feed, a frame, a search and the builder; in the widget they are attributes. Of several with commas between, one is enough; of different ones, all must hold.',
        rows: [
          ['topic, event, source', 'names for links, such as asean or vietnam-laos-2022; a topic takes all below it'],
          ['lang, country', 'such as lo or vi,en (BCP 47); LA or VN (ISO 3166-1), for what articles are about'],
          ['q', 'words, "a phrase", -without; accents left out match any'],
          [
            'from, to, on, last, tz',
            'days or moments; P7D for the last seven days; days are those of the time zone tz',
          ],
          ['limit', 'how many, up to 100'],
        ],
      },
      {
        heading: 'Feeds',
        text: 'Every topic, event and source has a feed in each format, and so has every selection.',
        rows: [
          ['/topics/asean/feed.rss', 'a topic; also .atom, .json (JSON Feed), .ninjs'],
          ['/feeds.rss?event=vietnam-laos-2022&lang=lo', 'an event, in Lao'],
          ['texts=false', 'ledes in place of texts'],
          ['/feeds.opml', 'all of them, for readers that take a list'],
          ['ETag, If-None-Match', 'ask once a minute: what has not changed is answered with 304'],
        ],
      },
      {
        heading: 'On a site',
        text: 'The builder writes all of these.',
        rows: [
          ['<nhip-cau-feed>', 'a widget of /embed.js: layout (list, cards, ticker), theme (auto, light, dark)'],
          [
            '/embed?…',
            'a frame for pages that allow no script; takes accent (%23a31f26) too, and sites (embassy.example,*.gov.example): the only ones that may show the frame of this address',
          ],
          ['/oembed?url=…', 'for WordPress and others that embed by address'],
        ],
      },
      {
        heading: 'GraphQL',
        text: 'POST to /graphql. The explorer holds the whole schema with its descriptions, and examples.',
        rows: [
          ['articles(filter: …, first: 20)', 'lists with cursors, counts and facets'],
          ['changes(after: …)', 'a mirror: everything, then each change once and in order'],
          ['Authorization: Bearer …', 'the key of a partner; without one you have what is open to everybody'],
          ['extensions.cost', 'what a query costs in points, and what is left of your quota'],
        ],
      },
    ],
  },
  vi: {
    title: 'Tài liệu',
    lead: 'Một cách chọn bài duy nhất dùng chung cho nguồn cấp, khung nhúng, tìm kiếm và truy vấn.',
    chapters: [
      {
        heading: 'Chọn bài',
        text: 'Các tham số này đặt trong địa chỉ của nguồn cấp, khung nhúng, trang tìm kiếm và trang dựng mã; trong thẻ nhúng chúng là thuộc tính. Nhiều giá trị cách nhau bằng dấu phẩy: có một là đủ; các tham số khác nhau phải cùng đúng.',
        rows: [
          ['topic, event, source', 'tên trong địa chỉ, như asean hay vietnam-laos-2022; chủ đề gồm cả các mục con'],
          ['lang, country', 'như lo hay vi,en (BCP 47); LA hay VN (ISO 3166-1), nước mà bài viết về'],
          ['q', 'từ khóa, "cụm từ", -loại trừ; không gõ dấu thì khớp mọi dấu'],
          ['from, to, on, last, tz', 'ngày hoặc thời điểm; P7D là bảy ngày qua; ngày tính theo múi giờ tz'],
          ['limit', 'số bài, nhiều nhất 100'],
        ],
      },
      {
        heading: 'Nguồn cấp',
        text: 'Mỗi chủ đề, sự kiện, nguồn tin, và mỗi cách chọn bài, đều có nguồn cấp ở mọi định dạng.',
        rows: [
          ['/topics/asean/feed.rss', 'một chủ đề; cũng có .atom, .json (JSON Feed), .ninjs'],
          ['/feeds.rss?event=vietnam-laos-2022&lang=lo', 'một sự kiện, bằng tiếng Lào'],
          ['texts=false', 'lời dẫn thay cho toàn văn'],
          ['/feeds.opml', 'tất cả nguồn cấp, cho trình đọc nhận danh sách'],
          ['ETag, If-None-Match', 'mỗi phút hỏi một lần: chưa có gì đổi thì trả lời 304'],
        ],
      },
      {
        heading: 'Trên trang của bạn',
        text: 'Trang dựng mã viết sẵn tất cả.',
        rows: [
          ['<nhip-cau-feed>', 'thẻ nhúng của /embed.js: layout (list, cards, ticker), theme (auto, light, dark)'],
          [
            '/embed?…',
            'khung cho trang không cho phép script; có thêm accent (%23a31f26), và sites (embassy.example,*.gov.example): chỉ các trang ấy được hiện khung của địa chỉ này',
          ],
          ['/oembed?url=…', 'cho WordPress và những nơi nhúng bằng địa chỉ'],
        ],
      },
      {
        heading: 'GraphQL',
        text: 'Gửi POST đến /graphql. Trình khám phá có toàn bộ lược đồ kèm mô tả, và các ví dụ.',
        rows: [
          ['articles(filter: …, first: 20)', 'danh sách có con trỏ, số đếm và phân nhóm'],
          ['changes(after: …)', 'bản sao: lấy tất cả, rồi từng thay đổi một lần và đúng thứ tự'],
          ['Authorization: Bearer …', 'khóa của đối tác; không có khóa thì được những gì mở cho mọi người'],
          ['extensions.cost', 'truy vấn tốn bao nhiêu điểm, và hạn mức còn lại'],
        ],
      },
    ],
  },
};

export function documentationIn(language: PageLanguage): Documentation {
  return WORDS[language];
}
