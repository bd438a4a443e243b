import { CountRevisions1700000001000 } from './migrations/1700000001000-count-revisions.js';
import { NameSubjects1700000002000 } from './migrations/1700000002000-name-subjects.js';
import { StoreArticles1700000003000 } from './migrations/1700000003000-store-articles.js';
import { IndexArticles1700000004000 } from './migrations/1700000004000-index-articles.js';
import { KnowPartners1700000005001 } from './migrations/1700000005001-know-partners.js';
import { LicenseArticles1700000005010 } from './migrations/1700000005010-license-articles.js';
import { StoreCorrections1700000005021 } from './migrations/1700000005021-store-corrections.js';
import { AwaitMoments1700000005040 } from './migrations/1700000005040-await-moments.js';
import { StoreWordsPlain1700000006010 } from './migrations/1700000006010-store-words-plain.js';
import { EstimateTerritories1700000006020 } from './migrations/1700000006020-estimate-territories.js';
import { StateArticles1700000005030 } from './migrations/1700000005030-state-articles.js';
import { StateRights1700000005041 } from './migrations/1700000005041-state-rights.js';
import { CountUsage1700000005050 } from './migrations/1700000005050-count-usage.js';
import { AuditActions1700000005060 } from './migrations/1700000005060-audit-actions.js';
import { PinArticles1700000005061 } from './migrations/1700000005061-pin-articles.js';
import { WithdrawArticles1700000005070 } from './migrations/1700000005070-withdraw-articles.js';
import { SaveFeeds1700000005100 } from './migrations/1700000005100-save-feeds.js';
import { MakeFeedTokens1700000005101 } from './migrations/1700000005101-make-feed-tokens.js';
import { FindNamedChanges1700000005110 } from './migrations/1700000005110-find-named-changes.js';
import { StateLicences1700000005080 } from './migrations/1700000005080-state-licences.js';
import { HoldLicencesToPartners1700000005090 } from './migrations/1700000005090-hold-licences-to-partners.js';
import { PinRights1700000005120 } from './migrations/1700000005120-pin-rights.js';

/** Every step from an empty database to today's, in order. A step that has run anywhere is never altered. */
export const migrations = [
  CountRevisions1700000001000,
  NameSubjects1700000002000,
  StoreArticles1700000003000,
  IndexArticles1700000004000,
  KnowPartners1700000005001,
  LicenseArticles1700000005010,
  StoreCorrections1700000005021,
  StateArticles1700000005030,
  AwaitMoments1700000005040,
  StateRights1700000005041,
  CountUsage1700000005050,
  AuditActions1700000005060,
  PinArticles1700000005061,
  WithdrawArticles1700000005070,
  StateLicences1700000005080,
  HoldLicencesToPartners1700000005090,
  SaveFeeds1700000005100,
  MakeFeedTokens1700000005101,
  FindNamedChanges1700000005110,
  PinRights1700000005120,
  StoreWordsPlain1700000006010,
  EstimateTerritories1700000006020,
];
