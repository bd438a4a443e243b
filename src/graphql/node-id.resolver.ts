import type { GraphQLResolveInfo } from 'graphql';
import { FieldResolver, ID, Info, Resolver, Root } from 'type-graphql';
import { globalId, type NodeType } from './global-id.js';
import { Node } from './node.js';

/** Turns the key of any row into the id that partners see. */
@Resolver(() => Node)
export class NodeIdResolver {
  @FieldResolver(() => ID, { description: 'Opaque and globally unique: node(id) finds it again.' })
  id(@Root() row: { id: number }, @Info() info: GraphQLResolveInfo): string {
    return globalId(info.parentType.name as NodeType, row.id);
  }
}
