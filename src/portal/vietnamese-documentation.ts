import type { Documentation } from './documentation-words.js';

/** What the documentation says in Vietnamese. */
export const VIETNAMESE: Documentation = {
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
        ['archive=2022-07', 'trong Atom: bài đăng trong một tháng, ngày hay giờ; prev-archive dẫn đến kho trước đó'],
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
    {
      heading: 'Điều gì tốn thời gian',
      text: 'Đo với một triệu bài trên máy hai nhân còn bận việc khác; bench/RESULTS.md trong mã nguồn có số liệu, bên cạnh các máy chủ khác.',
      rows: [
        [
          'articles(first: 20)',
          'một trang tốn chừng một mili giây xử lý, dù sâu đến đâu; hỏi lại thì trả lời từ bộ nhớ khi chưa có gì đổi',
        ],
        [
          'filter.text',
          'từ một phần mười đến một phần ba giây; cụm từ hiếm ghép từ các từ thông dụng mất vài giây. RELEVANCE xếp hạng 2.000 bài khớp mới nhất',
        ],
        [
          'totalCount',
          'đếm chính xác nên phải xem mọi bài của danh sách: hơn một giây cho nửa triệu bài. Hãy hỏi một lần, không phải ở mỗi trang',
        ],
        ['facets', 'của 50.000 bài mới nhất trong danh sách, đến hai giây; trường articles cho biết đã đếm bao nhiêu'],
        ['QUERY_TIMEOUT', 'quá thời gian cho phép thì bị từ chối: hãy thu hẹp bộ lọc hoặc hỏi ít hơn'],
      ],
    },
  ],
};
