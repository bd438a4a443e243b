import type { GraphQLSchema } from 'graphql';
import { buildSchema } from 'type-graphql';
import { ChangesResolver } from './changes/changes.resolver.js';
import { ArticleHistoryResolver, HistoryVersionResolver } from './changes/history.resolver.js';
import { ChangeWithdrawalResolver, WithdrawalResolver } from './changes/withdrawal.resolver.js';
import { ArticleConnectionResolver, ArticleFacetsResolver } from './content/article-connection.resolver.js';
import { ArticleResolver } from './content/article.resolver.js';
import { CorrectionResolver } from './content/correction.resolver.js';
import { EventResolver } from './content/event.resolver.js';
import { ExplanationResolver } from './content/explanation.resolver.js';
import { Media } from './content/media.js';
import { MyLicencesResolver } from './content/my-licences.resolver.js';
import { NodeResolver } from './content/node.resolver.js';
import { SourceResolver } from './content/source.resolver.js';
import { StoryResolver } from './content/story.resolver.js';
import { TopicResolver } from './content/topic.resolver.js';
import { ArticleActionsResolver } from './desk/article-actions.resolver.js';
import { CorrectionActionsResolver } from './desk/correction.resolver.js';
import { FeedTokenActionsResolver } from './desk/feed-token.resolver.js';
import { FeedActionsResolver } from './desk/feed.resolver.js';
import { KeyResolver } from './desk/key.resolver.js';
import { LicenceResolver } from './desk/licence.resolver.js';
import { PartnerResolver } from './desk/partner.resolver.js';
import { RightsResolver } from './desk/rights.resolver.js';
import { AuditResolver } from './desk/audit.resolver.js';
import { VocabularyResolver } from './desk/vocabulary.resolver.js';
import { WithdrawalActionsResolver } from './desk/withdrawal.resolver.js';
import { FeedResolver } from './feeds/feed.resolver.js';
import {
  ArticleLinksResolver,
  EventFeedsResolver,
  SourceFeedsResolver,
  TopicFeedsResolver,
} from './feeds/links.resolver.js';
import { FeedTokenResolver, MyFeedsResolver } from './feeds/my-feeds.resolver.js';
import { callResolversDirectly } from './graphql/direct-resolvers.js';
import { NodeIdResolver } from './graphql/node-id.resolver.js';
import { MeResolver } from './partners/me.resolver.js';

/** The whole API. */
export async function buildGatewaySchema(): Promise<GraphQLSchema> {
  const schema = await buildSchema({
    resolvers: [
      NodeIdResolver,
      NodeResolver,
      ArticleResolver,
      ArticleConnectionResolver,
      ArticleFacetsResolver,
      CorrectionResolver,
      StoryResolver,
      TopicResolver,
      EventResolver,
      SourceResolver,
      ExplanationResolver,
      ChangesResolver,
      ArticleHistoryResolver,
      HistoryVersionResolver,
      FeedResolver,
      TopicFeedsResolver,
      EventFeedsResolver,
      SourceFeedsResolver,
      ArticleLinksResolver,
      MyFeedsResolver,
      FeedTokenResolver,
      FeedActionsResolver,
      FeedTokenActionsResolver,
      VocabularyResolver,
      PartnerResolver,
      LicenceResolver,
      KeyResolver,
      RightsResolver,
      WithdrawalActionsResolver,
      CorrectionActionsResolver,
      ArticleActionsResolver,
      AuditResolver,
      WithdrawalResolver,
      ChangeWithdrawalResolver,
      MeResolver,
      MyLicencesResolver,
    ],
    orphanedTypes: [Media],
    // Inputs are checked where they are read, with refusals that say what would be right (content/selection.ts, graphql/page.ts).
    validate: false,
    emitSchemaFile: false,
  });
  callResolversDirectly(schema);
  return schema;
}
