import { ArticleState } from './changes/article-state.js';
import { Change, Revision } from './changes/change.js';
import { CountryChange } from './changes/country-change.js';
import { DueChange } from './changes/due-change.js';
import { DueLicence } from './changes/due-licence.js';
import { LicenceState } from './changes/licence-state.js';
import { Withdrawal } from './changes/withdrawal.js';
import { WithdrawalAcknowledgement } from './changes/withdrawal-acknowledgement.js';
import { Alias } from './content/alias.js';
import { Article } from './content/article.js';
import { ArticleBody } from './content/article-body.js';
import { ArticleCountry, ArticleEvent, ArticleTopic } from './content/article-filing.js';
import { ArticleOrigin } from './content/article-origin.js';
import { ArticleSearch } from './content/article-search.js';
import { ArticleVersion } from './content/article-version.js';
import { Correction } from './content/correction.js';
import { Event } from './content/event.js';
import { Language } from './content/language.js';
import { MediaIdentity } from './content/media.js';
import { SavedFeed } from './content/saved-feed.js';
import { Source } from './content/source.js';
import { Story } from './content/story.js';
import { Topic } from './content/topic.js';
import { ArticlePin } from './ingest/store/article-pin.js';
import { AuditEntry } from './desk/audit-entry.js';
import { SourcePoll } from './ingest/fetch/source-poll.js';
import { ApiKey } from './partners/api-key.js';
import { FeedToken } from './partners/feed-token.js';
import { Licence } from './partners/licence.js';
import { Partner } from './partners/partner.js';
import { QuotaSpent } from './partners/quota-spent.js';
import { UsageDay } from './partners/usage-day.js';

/** Every table, for the data source and for the test that compares them with the migrations. */
export const entities = [
  Alias,
  ApiKey,
  Article,
  ArticleBody,
  ArticleCountry,
  ArticleEvent,
  ArticleOrigin,
  ArticlePin,
  ArticleSearch,
  ArticleState,
  ArticleTopic,
  ArticleVersion,
  AuditEntry,
  Change,
  CountryChange,
  Correction,
  DueChange,
  DueLicence,
  Event,
  FeedToken,
  Language,
  Licence,
  LicenceState,
  MediaIdentity,
  Partner,
  QuotaSpent,
  Revision,
  SavedFeed,
  Source,
  SourcePoll,
  Story,
  Topic,
  Withdrawal,
  WithdrawalAcknowledgement,
  UsageDay,
];
