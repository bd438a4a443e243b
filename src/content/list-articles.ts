import type { Context } from '../graphql/context.js';
import { PageArgs, readPage } from '../graphql/page.js';
import { Refusal } from '../refusal.js';
import { ArgsType, Field } from 'type-graphql';
import { ArticleFilter, ArticleOrder } from './article-filter.js';
import { ArticleConnection } from './article-connection.js';
import type { Listing, Within } from './listing.js';
import { type Asked, wantedColumns } from './wanted-columns.js';
import { readSelection } from './selection.js';

/** What every list of articles takes. */
@ArgsType()
export class ArticleListArgs extends PageArgs {
  @Field(() => ArticleFilter, { nullable: true, description: 'Which articles; all that you may read, when left out.' })
  filter?: ArticleFilter | null;

  @Field(() => ArticleOrder, { nullable: true, defaultValue: ArticleOrder.NEWEST, description: 'In which order.' })
  orderBy?: ArticleOrder | null;
}

/** A list of articles by its arguments, checked; read when its fields are. Refuses with BAD_USER_INPUT. */
export function listArticles(
  args: ArticleListArgs,
  within: Within | null,
  context: Context,
  asked: Asked,
): ArticleConnection {
  const shapes = known.get(context) ?? new Map<ArticleListArgs, Shape>();
  known.set(context, shapes);
  const shape = shapes.get(args) ?? readShape(args, context);
  shapes.set(args, shape);
  return new ArticleConnection({ within, ...shape, columns: wantedColumns(asked) });
}

type Shape = Pick<Listing, 'selection' | 'order' | 'page'>;

/** What arguments say to a request: a list of topics asks for the articles of each with the same ones. */
const known = new WeakMap<Context, Map<ArticleListArgs, Shape>>();

function readShape(args: ArticleListArgs, { reference, now }: Context): Shape {
  const order = args.orderBy ?? ArticleOrder.NEWEST;
  const selection = readSelection(args.filter, reference, now);
  if (order === ArticleOrder.RELEVANCE && !args.filter?.text?.trim()) {
    throw new Refusal('BAD_USER_INPUT', 'RELEVANCE needs filter.text: without words to find, ask for NEWEST.', {
      argument: 'orderBy',
    });
  }
  return { selection, order, page: readPage(args, order) };
}
