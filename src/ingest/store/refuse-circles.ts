import type { EntityManager } from 'typeorm';
import { Refusal } from '../../refusal.js';

/** Refuses a tree of topics in which one stands above itself. Call it in the transaction that moved a topic. */
export async function refuseCircles(db: EntityManager): Promise<void> {
  const rows = await db.query<{ slug: string }[]>(`
    with recursive above (id, ancestor) as (
      select id, parent_id from topic where parent_id is not null
      union
      select above.id, topic.parent_id from above join topic on topic.id = above.ancestor where topic.parent_id is not null
    )
    select topic.slug from above join topic on topic.id = above.id where above.ancestor = above.id order by topic.slug`);
  if (rows.length === 0) return;

  const slugs = rows.map(({ slug }) => slug);
  throw new Refusal(
    'BAD_USER_INPUT',
    `These topics would stand above themselves: ${slugs.join(', ')}. Give one of them another parent.`,
    { slugs },
  );
}
