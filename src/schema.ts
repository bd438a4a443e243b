import type { GraphQLSchema } from 'graphql';
import { buildSchema } from 'type-graphql';
import { ChangesResolver } from './changes/changes.resolver.js';
import { ArticleConnectionResolver, ArticleFacetsResolver } from './content/article-connection.resolver.js';
import { ArticleResolver } from './content/article.resolver.js';
import { CorrectionResolver } from './content/correction.resolver.js';
import { EventResolver } from './content/event.resolver.js';
import { Media } from './content/media.js';
import { NodeResolver } from './content/node.resolver.js';
import { SourceResolver } from './content/source.resolver.js';
import { StoryResolver } from './content/story.resolver.js';
import { TopicResolver } from './content/topic.resolver.js';
import { NodeIdResolver } from './graphql/node-id.resolver.js';

/** The whole API. */
export function buildGatewaySchema(): Promise<GraphQLSchema> {
  return buildSchema({
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
      ChangesResolver,
    ],
    orphanedTypes: [Media],
    // Inputs are checked where they are read, with refusals that say what would be right (content/selection.ts, graphql/page.ts).
    validate: false,
    emitSchemaFile: false,
  });
}
