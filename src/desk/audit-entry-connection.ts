import { Field, ObjectType } from 'type-graphql';
import { PageInfo } from '../graphql/page.js';
import { AuditEntry } from './audit-entry.js';

@ObjectType({ description: 'An entry with its place in the list.' })
export class AuditEntryEdge {
  @Field(() => String, { description: 'Its place: hand it to after.' })
  cursor!: string;

  @Field(() => AuditEntry, { description: 'The entry.' })
  node!: AuditEntry;
}

@ObjectType({ description: 'A page of what was done, the newest first.' })
export class AuditEntryConnection {
  @Field(() => [AuditEntryEdge], { description: 'The entries, each with its place.' })
  edges!: AuditEntryEdge[];

  @Field(() => [AuditEntry], { description: 'The entries alone.' })
  nodes!: AuditEntry[];

  @Field(() => PageInfo, { description: 'Where the page stands in the list.' })
  pageInfo!: PageInfo;
}
