import type { Context } from '../graphql/context.js';
import { PageArgs, readPage } from '../graphql/page.js';
import { Refusal } from '../refusal.js';
import { ArgsType, Field } from 'type-graphql';
import { ArticleFilter, ArticleOrder } from './article-filter.js';
import { ArticleConnection } from './article-connection.js';
import type { Listing, Within } from './listing.js';
import { type Asked, wantedColumns } from './wanted-columns.js';
import { isMoving } from './is-moving.js';
import type { Reference } from './reference.js';
import { RememberedStatement } from './remembered-statement.js';
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
  const { selection, order, page, remembered } = shapeOf(args, context);
  return new ArticleConnection({ within, selection, order, page, remembered, columns: wantedColumns(asked) });
}

type Shape = Required<Pick<Listing, 'selection' | 'order' | 'page' | 'remembered'>>;

/**
 * What arguments say, for as long as the reference data is the same: a list of topics asks for the articles of each with the same ones, and so
 * does who asks again (execution/known-query.ts).
 */
const known = new WeakMap<ArticleListArgs, { shape: Shape; reference: Reference }>();

function shapeOf(args: ArticleListArgs, context: Context): Shape {
  const { reference } = context;
  const found = known.get(args);
  if (found?.reference === reference) return found.shape;
  const shape = readShape(args, context);
  // "The last seven days" are others with every request.
  if (!isMoving(args.filter)) known.set(args, { shape, reference });
  return shape;
}

function readShape(args: ArticleListArgs, { reference, now }: Context): Shape {
  const order = args.orderBy ?? ArticleOrder.NEWEST;
  const selection = readSelection(args.filter, reference, now);
  if (order === ArticleOrder.RELEVANCE && !args.filter?.text?.trim()) {
    throw new Refusal('BAD_USER_INPUT', 'RELEVANCE needs filter.text: without words to find, ask for NEWEST.', {
      argument: 'orderBy',
    });
  }
  return { selection, order, page: readPage(args, order), remembered: new RememberedStatement() };
}
