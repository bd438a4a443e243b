import {
  Kind,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLResolveInfo,
  type SelectionSetNode,
} from 'graphql';
import type { ArticleColumn } from './article-row.js';

/** What each field of Article is made from, besides its id. Those not listed may need anything. */
const MADE_FROM: Readonly<Record<string, readonly ArticleColumn[]>> = {
  __typename: [],
  id: [],
  body: ['licenceIds'],
  bylines: ['bylines'],
  corrections: [],
  countries: ['countries'],
  credit: ['credit', 'language', 'sourceId'],
  events: ['eventIds'],
  headline: ['headline'],
  language: ['language'],
  lede: ['lede'],
  media: ['licenceIds', 'media'],
  publishedAt: ['publishedAt'],
  source: ['sourceId'],
  status: ['status'],
  story: ['storyId'],
  topics: ['topicIds'],
  translations: ['storyId'],
  updatedAt: ['updatedAt'],
  urgency: ['urgency'],
  url: ['url'],
  version: ['version'],
};

/** What GraphQL says of a field and what is asked for below it. */
export type Asked = Pick<GraphQLResolveInfo, 'fieldNodes' | 'fragments'>;
type Fragments = Record<string, FragmentDefinitionNode>;

const known = new WeakMap<object, readonly ArticleColumn[] | 'all'>();

/**
 * The columns that the articles of a connection are shown with, in the order of the alphabet; null for all. A field that is skipped
 * by @skip or @include counts as asked for. Half of what a page of headlines costs is columns that nobody asked for.
 */
export function wantedColumns({ fieldNodes, fragments }: Asked): readonly ArticleColumn[] | null {
  const [node] = fieldNodes;
  // A field that is asked for in one place is asked for in the same way whenever its document is.
  const found = (fieldNodes.length === 1 && known.get(node!)) || columnsOf({ fieldNodes, fragments });
  if (fieldNodes.length === 1) known.set(node!, found);
  return found === 'all' ? null : found;
}

function columnsOf({ fieldNodes, fragments }: Asked): readonly ArticleColumn[] | 'all' {
  const columns = new Set<ArticleColumn>();
  for (const { selectionSet } of fieldNodes) {
    const articles = [
      ...below(selectionSet, 'nodes', fragments),
      ...below(selectionSet, 'edges', fragments).flatMap(edges => below(edges, 'node', fragments)),
    ];
    for (const name of articles.flatMap(article => namesIn(article, fragments))) {
      const made = Object.hasOwn(MADE_FROM, name) ? MADE_FROM[name] : undefined;
      if (!made) return 'all';
      made.forEach(column => columns.add(column));
    }
  }
  return [...columns].toSorted();
}

/** What is asked for below a field of this name. */
function below(set: SelectionSetNode | undefined, name: string, fragments: Fragments): SelectionSetNode[] {
  return fieldsIn(set, fragments)
    .filter(field => field.name.value === name)
    .flatMap(({ selectionSet }) => selectionSet ?? []);
}

function namesIn(set: SelectionSetNode, fragments: Fragments): string[] {
  return fieldsIn(set, fragments).map(field => field.name.value);
}

/** The fields of a selection, those of its fragments among them, for whatever type they are. */
function fieldsIn(set: SelectionSetNode | undefined, fragments: Fragments): FieldNode[] {
  return (set?.selections ?? []).flatMap(selection => {
    if (selection.kind === Kind.FIELD) return [selection];
    const within = selection.kind === Kind.INLINE_FRAGMENT ? selection : fragments[selection.name.value];
    return fieldsIn(within?.selectionSet, fragments);
  });
}
