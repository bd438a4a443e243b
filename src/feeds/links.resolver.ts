import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { Article } from '../content/article.js';
import type { ArticleRow } from '../content/article-row.js';
import { Event } from '../content/event.js';
import { Source } from '../content/source.js';
import { Topic } from '../content/topic.js';
import type { Context } from '../graphql/context.js';
import { ArticleLinks, articleLinks } from './article-links.js';
import { FeedLinks, feedLinks } from './feed-links.js';

@Resolver(() => Topic)
export class TopicFeedsResolver {
  @FieldResolver(() => FeedLinks, { description: 'Its feed: what is new under it and its descendants.' })
  feeds(@Root() { slug }: Topic, @Ctx() { publicUrl }: Context): FeedLinks {
    return feedLinks(publicUrl, `/topics/${slug}/feed`);
  }
}

@Resolver(() => Event)
export class EventFeedsResolver {
  @FieldResolver(() => FeedLinks, { description: 'Its feed: what is new about it.' })
  feeds(@Root() { slug }: Event, @Ctx() { publicUrl }: Context): FeedLinks {
    return feedLinks(publicUrl, `/events/${slug}/feed`);
  }
}

@Resolver(() => Source)
export class SourceFeedsResolver {
  @FieldResolver(() => FeedLinks, { description: 'Its feed: what is new from it.' })
  feeds(@Root() { slug }: Source, @Ctx() { publicUrl }: Context): FeedLinks {
    return feedLinks(publicUrl, `/sources/${slug}/feed`);
  }
}

@Resolver(() => Article)
export class ArticleLinksResolver {
  @FieldResolver(() => ArticleLinks, { description: 'Where it can be read, and had in other forms.' })
  links(@Root() article: ArticleRow, @Ctx() { publicUrl }: Context): ArticleLinks {
    return articleLinks(article, publicUrl);
  }
}
