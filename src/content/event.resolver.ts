import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, FieldResolver, Info, Query, Resolver, Root } from 'type-graphql';
import type { Context } from '../graphql/context.js';
import { PageArgs } from '../graphql/page.js';
import { Locale } from '../graphql/scalars.js';
import { ArticleConnection } from './article-connection.js';
import { DateRange } from './article-filter.js';
import { beginningOfDay } from './beginning-of-day.js';
import { Event } from './event.js';
import { ArticleListArgs, listArticles } from './list-articles.js';
import { nameIn } from './name-in.js';
import { connectionOf, type KnownPage, pageOfKnown } from './page-of-known.js';
import { readDateRange } from './read-date-range.js';
import { Topic } from './topic.js';

const EventConnection = connectionOf(Event, 'Event');

@Resolver(() => Event)
export class EventResolver {
  @Query(() => Event, { nullable: true, description: 'One event, or null where there is none of that slug.' })
  event(
    @Arg('slug', () => String, { description: 'As given by Event.slug.' }) slug: string,
    @Ctx() { reference }: Context,
  ): Event | null {
    return reference.events.bySlug.get(slug) ?? null;
  }

  @Query(() => EventConnection, { description: 'All events.' })
  events(
    @Arg('active', () => DateRange, {
      nullable: true,
      description: 'Only those going on at some time in this span; their days are days in its timeZone.',
    })
    active: DateRange | null,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() { reference, now }: Context,
  ): KnownPage<Event> {
    const { from, to } = readDateRange(active, 'active', now);
    const zone = active?.timeZone ?? 'UTC';
    const isActive = ({ startsOn, endsOn }: Event): boolean =>
      (!to || !startsOn || beginningOfDay(startsOn, zone).toJSDate() < to) &&
      (!from || !endsOn || beginningOfDay(endsOn, zone, 1).toJSDate() > from);
    return pageOfKnown(reference.events.all.filter(isActive), page, 'EVENTS');
  }

  @FieldResolver(() => String, {
    description: 'Its name in a language; where it has none there, in English or Vietnamese.',
  })
  name(
    @Root() { names, slug }: Event,
    @Arg('language', () => Locale, { nullable: true, description: 'BCP 47 tag; English when left out.' })
    language?: string,
  ): string {
    return nameIn(names, language) ?? slug;
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: 'What it is, in a sentence or two; null when nobody has said.',
  })
  description(
    @Root() { descriptions }: Event,
    @Arg('language', () => Locale, { nullable: true, description: 'BCP 47 tag; English when left out.' })
    language?: string,
  ): string | null {
    return nameIn(descriptions, language);
  }

  @FieldResolver(() => [Topic], { description: 'What it is about.' })
  topics(@Root() { topicIds }: Event, @Ctx() { reference }: Context): Topic[] {
    return topicIds.flatMap(id => reference.topics.byId.get(id) ?? []);
  }

  @FieldResolver(() => ArticleConnection, { description: 'The articles on it that you may read.' })
  articles(
    @Root() { id }: Event,
    @Args(() => ArticleListArgs) args: ArticleListArgs,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): ArticleConnection {
    return listArticles(args, { kind: 'event', id }, context, info);
  }
}
