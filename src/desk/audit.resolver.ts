import { Arg, Ctx, FieldResolver, ID, Int, Query, Resolver, Root } from 'type-graphql';
import type { Context } from '../graphql/context.js';
import { AuditEntry } from './audit-entry.js';
import { AuditEntryConnection } from './audit-entry-connection.js';
import { listAuditEntries } from './list-audit-entries.js';

@Resolver(() => AuditEntry)
export class AuditResolver {
  @Query(() => AuditEntryConnection, {
    description: 'Who did what, the newest first. Needs a key with the scope "desk" or "admin".',
  })
  auditEntries(
    @Arg('first', () => Int, { nullable: true, description: 'How many, at most 100; 20 when left out.' })
    first: number | null,
    @Arg('after', () => String, { nullable: true, description: 'Only what comes after this cursor.' })
    after: string | null,
    @Arg('subject', () => ID, {
      nullable: true,
      description: 'Only what was done to this article, topic, event or other thing.',
    })
    subject: string | null,
    @Arg('actor', () => String, {
      nullable: true,
      description: 'Only what this partner did, by its slug, or "command line".',
    })
    actor: string | null,
    @Ctx() context: Context,
  ): Promise<AuditEntryConnection> {
    const listing = { first: first ?? null, after: after ?? null, subject: subject ?? null, actor: actor ?? null };
    return listAuditEntries(listing, context);
  }

  @FieldResolver(() => String, { description: 'What was asked for, as JSON, long texts cut short.' })
  input(@Root() { input }: AuditEntry): string {
    return JSON.stringify(input);
  }
}
