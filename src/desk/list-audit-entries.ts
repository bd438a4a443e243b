import type { Context } from '../graphql/context.js';
import { readPage, writeCursor } from '../graphql/page.js';
import { actorOf, requireScope } from './actor.js';
import { AuditEntry } from './audit-entry.js';
import type { AuditEntryConnection } from './audit-entry-connection.js';

/** Which entries: of one thing, of one who acts, or all. */
export interface AuditListing {
  first: number | null;
  after: string | null;
  subject: string | null;
  actor: string | null;
}

const ORDER = 'AUDIT';

/** What was done, the newest first. Throws a Refusal: UNAUTHENTICATED, FORBIDDEN, or BAD_USER_INPUT for a page that is none. */
export async function listAuditEntries(listing: AuditListing, { db, reader }: Context): Promise<AuditEntryConnection> {
  requireScope(actorOf(reader), 'desk', 'admin');
  const { first, after, subject, actor } = listing;
  const page = readPage({ first, after }, ORDER);

  const query = db
    .createQueryBuilder(AuditEntry, 'entry')
    .orderBy('entry.id', 'DESC')
    .limit(page.size + 1);
  if (page.after) query.andWhere('entry.id < :before', { before: page.after.id });
  if (subject !== null) query.andWhere('entry.subjects @> array[:subject]::text[]', { subject });
  if (actor !== null) query.andWhere('entry.actor = :actor', { actor });
  const found = await query.getMany();

  const nodes = found.slice(0, page.size);
  const edges = nodes.map(node => ({ node, cursor: writeCursor({ order: ORDER, key: '0', id: node.id }) }));
  const pageInfo = {
    hasNextPage: found.length > page.size,
    hasPreviousPage: page.after !== null,
    startCursor: edges[0]?.cursor ?? null,
    endCursor: edges.at(-1)?.cursor ?? null,
  };
  return { nodes, edges, pageInfo };
}
