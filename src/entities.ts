import { ArticleState } from './changes/article-state.js';
import { Change, Revision } from './changes/change.js';
import { DueChange } from './changes/due-change.js';
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
import { Source } from './content/source.js';
import { Story } from './content/story.js';
import { Topic } from './content/topic.js';
import { SourcePoll } from './ingest/fetch/source-poll.js';
import { ApiKey } from './partners/api-key.js';
import { Licence } from './partners/licence.js';
import { Partner } from './partners/partner.js';

/** Every table, for the data source and for the test that compares them with the migrations. */
export const entities = [
  Alias,
  ApiKey,
  Article,
  ArticleBody,
  ArticleCountry,
  ArticleEvent,
  ArticleOrigin,
  ArticleSearch,
  ArticleState,
  ArticleTopic,
  ArticleVersion,
  Change,
  Correction,
  DueChange,
  Event,
  Language,
  Licence,
  MediaIdentity,
  Partner,
  Revision,
  Source,
  SourcePoll,
  Story,
  Topic,
];
