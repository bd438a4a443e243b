import { Field, ID, InterfaceType } from 'type-graphql';

/** What `node(id)` hands to GraphQL: a row that says which type it is. */
export type NodeRow = { __typename: string };

@InterfaceType({
  description: 'Anything with an identity. Ids are opaque, globally unique and never reused.',
  resolveType: (value: NodeRow) => value.__typename,
})
export abstract class Node {
  @Field(() => ID, { description: 'Opaque and globally unique: node(id) finds it again.' })
  id!: unknown;
}
