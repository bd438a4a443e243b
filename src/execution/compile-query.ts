import {
  isAbstractType,
  isLeafType,
  isListType,
  isNonNullType,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLResolveInfo,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';
import { collectFields, collectSubfields } from 'graphql/execution/collectFields.js';
import { pointsOf } from '../graphql/field-points.js';
import { pageSizeOf } from '../graphql/page-size-of.js';
import { isPromise } from './is-promise.js';
import { readArguments } from './read-arguments.js';
import { NotCompiled, type Write } from './run.js';
import { type FieldWriter, writeList, writeObject } from './write-composite.js';
import { writeLeaf } from './write-leaf.js';

/** What is compiled. */
export interface Operation {
  schema: GraphQLSchema;
  operation: OperationDefinitionNode;
  fragments: Record<string, FragmentDefinitionNode>;
  /** The variables that @skip and @include look at: for others, it is compiled anew. */
  conditions: Record<string, unknown>;
}

/**
 * A query that writes its answer as JSON while it reads it, by the same resolvers and serialisers as graphql-js, and counts its
 * points. It is valid, and a query. It is for answers without errors: of everything else it throws, or rejects with, whatever
 * it met, and graphql-js is asked instead. Throws NotCompiled where a type is only known when its object is (interfaces).
 */
export function compileQuery(compiled: Operation): Write {
  const { schema, operation, fragments, conditions } = compiled;
  const root = schema.getQueryType()!;
  return object(root, collectFields(schema, fragments, conditions, root, operation.selectionSet), compiled);
}

function object(type: GraphQLObjectType, fields: Map<string, readonly FieldNode[]>, compiled: Operation): Write {
  if (type.isTypeOf) throw new NotCompiled();
  return writeObject([...fields].map(([key, nodes]) => field(type, key, nodes, compiled)));
}

function field(
  parentType: GraphQLObjectType,
  key: string,
  nodes: readonly FieldNode[],
  compiled: Operation,
): FieldWriter {
  const { name } = nodes[0]!;
  const member = `${JSON.stringify(key)}:`;
  if (name.value === '__typename') {
    const text = JSON.stringify(parentType.name);
    return { member, points: 0, write: () => text };
  }
  const definition = parentType.getFields()[name.value];
  if (!definition) throw new NotCompiled(); // Of the schema itself.

  const { resolve, type } = definition;
  const write = valueOf(type, nodes, compiled);
  const isPage = pageSizeOf(definition, {}) !== null;
  if (definition.args.some(argument => argument.name === 'ids')) throw new NotCompiled(); // As long as that argument.
  const points = pointsOf(definition, isPage);
  if (!resolve) {
    const property = name.value;
    return { member, points, write: (source, run) => write((source as Record<string, unknown>)[property], run) };
  }

  const { schema, fragments, operation } = compiled;
  const info = { fieldName: name.value, fieldNodes: nodes, returnType: type, parentType, schema, fragments, operation };
  const argumentsOf = readArguments(definition, nodes[0]!);
  return {
    member,
    points,
    write(source, run) {
      // Without the path and the variables, which nobody asks for.
      const value: unknown = resolve(source, argumentsOf(run), run.context, info as unknown as GraphQLResolveInfo);
      return isPromise(value) ? value.then(loaded => write(loaded, run)) : write(value, run);
    },
  };
}

/** Writes a value of a type that may be null. */
function valueOf(type: GraphQLOutputType, nodes: readonly FieldNode[], compiled: Operation): Write {
  const write = presentValue(isNonNullType(type) ? type.ofType : type, nodes, compiled);
  if (isNonNullType(type)) {
    return (value, run) => {
      if (value == null) throw new NotCompiled();
      return write(value, run);
    };
  }
  return (value, run) => (value == null ? 'null' : write(value, run));
}

function presentValue(type: GraphQLOutputType, nodes: readonly FieldNode[], compiled: Operation): Write {
  if (isLeafType(type)) return writeLeaf(type);
  if (isListType(type)) {
    const isEdges = nodes[0]!.name.value === 'edges';
    return writeList(valueOf(type.ofType, nodes, compiled), isLeafList(type) || isEdges ? 0 : 1);
  }
  if (isAbstractType(type) || isNonNullType(type)) throw new NotCompiled();
  const { schema, fragments, conditions } = compiled;
  return object(type, collectSubfields(schema, fragments, conditions, type, [...nodes]), compiled);
}

function isLeafList(type: GraphQLOutputType): boolean {
  return isListType(type) || isNonNullType(type) ? isLeafList(type.ofType) : isLeafType(type);
}
