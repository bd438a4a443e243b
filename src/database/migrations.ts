import { CountRevisions1700000001000 } from './migrations/1700000001000-count-revisions.js';
import { NameSubjects1700000002000 } from './migrations/1700000002000-name-subjects.js';
import { StoreArticles1700000003000 } from './migrations/1700000003000-store-articles.js';
import { IndexArticles1700000004000 } from './migrations/1700000004000-index-articles.js';
import { ScheduleReleases1700000005020 } from './migrations/1700000005020-schedule-releases.js';
import { StoreCorrections1700000005021 } from './migrations/1700000005021-store-corrections.js';

/** Every step from an empty database to today's, in order. A step that has run anywhere is never altered. */
export const migrations = [
  CountRevisions1700000001000,
  NameSubjects1700000002000,
  StoreArticles1700000003000,
  IndexArticles1700000004000,
  ScheduleReleases1700000005020,
  StoreCorrections1700000005021,
];
