import { Field, Int, ObjectType, type ClassType } from 'type-graphql';
import { PageInfo, readPage, writeCursor, type PageArgs } from '../graphql/page.js';

/** One page of a list that is held in memory. */
export interface KnownPage<Row> {
  edges: { cursor: string; node: Row }[];
  nodes: Row[];
  pageInfo: PageInfo;
  totalCount: number;
}

/** A page of rows held in memory, in the order of their keys; its cursors are good for the list of this name only. Refuses with BAD_USER_INPUT. */
export function pageOfKnown<Row extends { id: number }>(rows: Row[], args: PageArgs, list: string): KnownPage<Row> {
  const { size, backward, after, before } = readPage(args, list);
  const between = rows.filter(row => (!after || row.id > after.id) && (!before || row.id < before.id));
  const nodes = backward ? between.slice(Math.max(between.length - size, 0)) : between.slice(0, size);
  const more = between.length > nodes.length;
  const edges = nodes.map(node => ({ cursor: writeCursor({ order: list, key: '0', id: node.id }), node }));

  return {
    edges,
    nodes,
    totalCount: rows.length,
    pageInfo: {
      hasNextPage: backward ? before !== null : more,
      hasPreviousPage: backward ? more : after !== null,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
  };
}

/** The connection type of a kind of row held in memory, such as TopicConnection with its TopicEdge. */
export function connectionOf<Row extends object>(Kind: ClassType<Row>, name: string): ClassType<KnownPage<Row>> {
  @ObjectType(`${name}Edge`, { description: `A ${name.toLowerCase()} in a list, with its place there.` })
  class Edge {
    @Field(() => String, { description: 'Its place in the list, for after and before.' })
    cursor!: string;

    @Field(() => Kind, { description: `The ${name.toLowerCase()}.` })
    node!: Row;
  }

  @ObjectType(`${name}Connection`, {
    description: `A list of ${name.toLowerCase()}s, in pages (Relay Cursor Connections).`,
  })
  class Connection {
    @Field(() => [Edge], { description: 'Those of this page, each with its cursor.' })
    edges!: Edge[];

    @Field(() => [Kind], { description: 'Those of this page.' })
    nodes!: Row[];

    @Field(() => PageInfo, { description: 'Where this page stands in the list.' })
    pageInfo!: PageInfo;

    @Field(() => Int, { description: 'How many the list has on all its pages.' })
    totalCount!: number;
  }

  return Connection;
}
