import {
  getNamedType,
  isObjectType,
  OperationTypeNode,
  TypeInfo,
  visit,
  visitWithTypeInfo,
  type DocumentNode,
  type GraphQLSchema,
} from 'graphql';

/** Types whose fields are made of nothing but what takes a revision, what the reader may see, and the arguments. */
const MADE_OF_CONTENT = new Set([
  'Article',
  'ArticleBody',
  'ArticleConnection',
  'ArticleEdge',
  'ArticleFacets',
  'ArticleUsage',
  'Correction',
  'Event',
  'EventConnection',
  'EventCount',
  'EventEdge',
  'LanguageCount',
  'Media',
  'Node',
  'PageInfo',
  'Source',
  'SourceConnection',
  'SourceCount',
  'SourceEdge',
  'Story',
  'Topic',
  'TopicConnection',
  'TopicCount',
  'TopicEdge',
]);

/** Fields of Query for content; all others (me, changes, explain, withdrawals …) are of the moment or of one reader. */
const CONTENT_QUERIES = new Set([
  'article',
  'articles',
  'event',
  'events',
  'node',
  'nodes',
  'source',
  'sources',
  'topic',
  'topics',
  '__typename',
]);

/** "The last seven days" are others with every request. */
const MOVING = 'last';

const judged = new WeakMap<DocumentNode, boolean>();

/**
 * Whether what a valid document asks for stays as it is for as long as the revision does. Whatever is not listed here is not
 * kept: a new type or query has to be thought about first (docs/decisions/0017-answers.md).
 */
export function isKeepable(schema: GraphQLSchema, document: DocumentNode, variables: unknown): boolean {
  const known = judged.get(document) ?? judge(schema, document);
  judged.set(document, known);
  return known && !hasMovingSpan(variables);
}

function judge(schema: GraphQLSchema, document: DocumentNode): boolean {
  const info = new TypeInfo(schema);
  let keepable = true;
  visit(
    document,
    visitWithTypeInfo(info, {
      OperationDefinition: ({ operation }) => void (keepable &&= operation === OperationTypeNode.QUERY),
      Field({ name }) {
        const parent = info.getParentType();
        const isQuery = parent === schema.getQueryType();
        keepable &&= isQuery ? CONTENT_QUERIES.has(name.value) : MADE_OF_CONTENT.has(parent?.name ?? '');
        const type = getNamedType(info.getType());
        if (isObjectType(type)) keepable &&= MADE_OF_CONTENT.has(type.name);
      },
      ObjectField: ({ name }) => void (keepable &&= name.value !== MOVING),
    }),
  );
  return keepable;
}

/** Within the values: a variable may be called so, as the argument for the end of a page is. */
function hasMovingSpan(variables: unknown): boolean {
  if (!isObject(variables)) return false;
  return Object.values(variables).some(holdsMoving);
}

function holdsMoving(value: unknown): boolean {
  if (!isObject(value)) return false;
  return (MOVING in value && value[MOVING] !== null) || Object.values(value).some(holdsMoving);
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
