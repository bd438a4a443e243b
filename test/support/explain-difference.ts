import type { EntityManager } from 'typeorm';
import { readGlobalId } from '../../src/graphql/global-id.js';
import type { MirroredPartner } from './mirrored-partner.js';

/** Articles that are told of: one is enough to see what has happened. */
const MOST = 3;

/** Everything that is known of the articles in which a copy differs from what the gate gives. */
export async function explainDifference(
  db: EntityManager,
  { slug, filter, told }: MirroredPartner,
  copy: Record<string, string>,
  given: Record<string, string>,
): Promise<string> {
  const ids = [...new Set([...Object.keys(copy), ...Object.keys(given)])].filter(id => copy[id] !== given[id]);
  const about = await Promise.all(
    ids.slice(0, MOST).map(async id => {
      const key = [readGlobalId(id)!.key];
      return {
        id,
        copy: copy[id],
        given: given[id],
        told: told.filter(({ articleId }) => articleId === id),
        article: await db.query('select * from article where id = $1', key),
        changes: await db.query('select * from change where article_id = $1 order by revision', key),
        states: await db.query('select * from article_state where article_id = $1 order by revision', key),
        due: await db.query('select * from due_change where article_id = $1', key),
      };
    }),
  );
  const licences = await db.query(
    'select * from licence_state where partner_id = (select id from partner where slug = $1) order by revision',
    [slug],
  );
  return `${slug} with ${JSON.stringify(filter)} differs: ${JSON.stringify({ about, licences })}`;
}
