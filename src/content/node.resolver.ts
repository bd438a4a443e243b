import { Arg, Ctx, ID, Query, Resolver } from 'type-graphql';
import type { Context } from '../graphql/context.js';
import { readGlobalId } from '../graphql/global-id.js';
import { Node, type NodeRow } from '../graphql/node.js';
import { LARGEST_PAGE } from '../graphql/page.js';
import { Refusal } from '../refusal.js';
import type { Reader } from '../partners/reader.js';
import { articleTerms } from './article-terms.js';
import type { ArticleRow } from './article-row.js';
import type { Media } from './media.js';
import { articleById, articleOfMedia, articlesOfStory } from './article.loaders.js';

@Resolver()
export class NodeResolver {
  @Query(() => Node, {
    nullable: true,
    description: 'Anything by its id, or null where there is nothing or you may not read it.',
  })
  node(
    @Arg('id', () => ID, { description: 'Any id that this API gave.' }) id: string,
    @Ctx() context: Context,
  ): Promise<NodeRow | null> {
    return nodeById(id, context);
  }

  @Query(() => [Node], {
    nullable: 'items',
    description: 'Many things by their ids, in the order asked; null for what is not there or not yours.',
  })
  nodes(
    @Arg('ids', () => [ID], { description: `Any ids that this API gave, at most ${LARGEST_PAGE}.` }) ids: string[],
    @Ctx() context: Context,
  ): Promise<(NodeRow | null)[]> {
    if (ids.length > LARGEST_PAGE) {
      throw new Refusal('BAD_USER_INPUT', `ids has ${ids.length} ids: ask for at most ${LARGEST_PAGE} at once.`, {
        argument: 'ids',
      });
    }
    return Promise.all(ids.map(async id => nodeById(id, context)));
  }
}

async function nodeById(id: string, { load, reference, reader }: Context): Promise<NodeRow | null> {
  const found = readGlobalId(id);
  if (!found) return null;
  const { type, key } = found;
  const typed = (row: object | null | undefined): NodeRow | null => (row ? { ...row, __typename: type } : null);

  switch (type) {
    case 'Article':
      return typed(await load(articleById, key));
    case 'Story':
      return (await load(articlesOfStory, key)).length > 0 ? typed({ id: key }) : null;
    case 'Topic':
      return typed(reference.topics.byId.get(key));
    case 'Event':
      return typed(reference.events.byId.get(key));
    case 'Source':
      return typed(reference.sources.byId.get(key));
    case 'Media':
      return typed(mediumOf(await load(articleOfMedia, key), key, reader));
  }
}

function mediumOf(article: ArticleRow | null, key: number, reader: Reader): Media | undefined {
  if (!article || !articleTerms(article, reader).media) return undefined;
  return article.media.find(media => media.id === key);
}
