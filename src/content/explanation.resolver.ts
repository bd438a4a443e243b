import { Arg, Ctx, ID, Query, Resolver } from 'type-graphql';
import type { Context } from '../graphql/context.js';
import { readGlobalId } from '../graphql/global-id.js';
import { partnerBySlug } from '../partners/partner-by-slug.js';
import { type Reader, visitorReader } from '../partners/reader.js';
import { Refusal } from '../refusal.js';
import { explainAccess } from './explain-access.js';
import { Explanation } from './explanation.js';

/** Every condition of every licence is a column. */
const EXPLAIN_POINTS = 20;

@Resolver(() => Explanation)
export class ExplanationResolver {
  @Query(() => Explanation, {
    nullable: true,
    complexity: EXPLAIN_POINTS,
    description:
      'Why an article may be had, or may not, rule by rule. Null where there is no such article or, unless you are the desk, where you may not have it.',
  })
  async explain(
    @Arg('id', () => ID, { description: 'The id of an article.' }) id: string,
    @Arg('partner', () => String, {
      nullable: true,
      description:
        'Whose access to explain: the slug of any partner, or null for visitors, with a key that has the scope "desk" or "admin"; with any other key, and without one, only your own.',
    })
    slug: string | null | undefined,
    @Ctx() context: Context,
  ): Promise<Explanation | null> {
    const { reader, reference, now, db } = context;
    const isDesk = reader.scopes.has('desk') || reader.scopes.has('admin');
    if (!isDesk && slug != null && slug !== reader.partner?.slug) {
      throw new Refusal('FORBIDDEN', 'You may ask about your own access alone: leave "partner" out.', {
        argument: 'partner',
      });
    }
    const asked = isDesk ? await readerOf(slug ?? null, context) : reader;
    const article = readGlobalId(id);
    if (article?.type !== 'Article') return null;
    return explainAccess(article.key, { reader: asked, reference, now }, !isDesk, { db });
  }
}

/** A partner as it would ask with a key that may read; null for a visitor. */
async function readerOf(slug: string | null, { db, reference }: Context): Promise<Reader> {
  const { licences } = reference;
  if (slug === null) return visitorReader(licences);
  const partner = await partnerBySlug(db, slug);
  const theirs = licences.filter(({ partnerId }) => partnerId === null || partnerId === partner.id);
  return { partner, key: null, scopes: new Set(['read']), licences: theirs };
}
