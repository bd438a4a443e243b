import type { EntityManager } from 'typeorm';
import { type FeedTerms, storeFeed } from '../changes/store-feed.js';
import { SavedFeed } from '../content/saved-feed.js';

/** Feeds that the demo keeps for everybody. */
const FEEDS: Omit<FeedTerms, 'partnerId'>[] = [
  {
    slug: 'vietnam-laos-in-lao',
    names: {
      vi: 'Năm hữu nghị Việt Nam–Lào, bằng tiếng Lào',
      en: 'Year of friendship Việt Nam–Laos, in Lao',
      lo: 'ປີສາມັກຄີມິດຕະພາບ ລາວ–ຫວຽດນາມ 2022',
    },
    descriptions: {
      vi: 'Tin bài tiếng Lào về Năm Đoàn kết hữu nghị Việt Nam–Lào 2022.',
      en: 'What was written in Lao on the Year of Solidarity and Friendship Việt Nam–Laos 2022.',
    },
    filter: { events: { any: ['vietnam-laos-2022'] }, languages: ['lo'] },
  },
  {
    slug: 'culture-with-pictures',
    names: { vi: 'Văn hóa qua ảnh', en: 'Culture with pictures' },
    descriptions: {},
    filter: { topics: { any: ['culture-and-heritage'] }, hasMedia: ['PICTURE'] },
  },
];

/** Keeps the feeds of the demo, once: whoever keeps any already has made up their mind. */
export async function seedFeeds(db: EntityManager, now: Date): Promise<void> {
  if ((await db.count(SavedFeed)) > 0) return;
  for (const feed of FEEDS) await storeFeed(db, { ...feed, partnerId: null }, now);
}
