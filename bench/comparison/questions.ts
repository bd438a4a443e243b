/**
 * The five queries of the comparison: Q1 20 headlines of a topic, with its descendants, in a language; Q2 the same with lede, topics, events,
 * source and media; Q3 one article with everything, its body included; Q4 20 topics with their 5 newest each; Q5 page 50, by cursor, of an event
 * within a span of time; and beside it P1, the first page of the same.
 */
export const QUERIES = ['Q1', 'Q2', 'Q3', 'Q4', 'Q5', 'P1'] as const;
export type QueryName = (typeof QUERIES)[number];

/** What one request asks: the values of one query, whatever the server. */
export interface Question {
  topic?: string;
  language?: string;
  /** The key of an article. */
  article?: number;
  event?: string;
  from?: string;
  to?: string;
  /** How many topics or articles come before the page that is asked for. */
  skip?: number;
}

/** As GraphQL is sent over HTTP. */
export interface GraphqlRequest {
  query: string;
  variables: Record<string, unknown>;
}

const HEADLINE = 'id headline language publishedAt';
const REST = `lede topics { slug name(language: "en") } events { slug name(language: "en") }
  source { slug name(language: "en") homepage } media { kind url mimeType width height alt caption credit }`;
const PAGE = 'pageInfo { hasNextPage endCursor }';
const OF_TOPIC = 'articles(filter: { topics: { any: [$topic] }, languages: [$language] }, first: 20)';

const SPAN = `query Q5($event: String!, $from: DateOrDateTime!, $to: DateOrDateTime!, $first: Int = 20, $after: String) {
    articles(filter: { events: { any: [$event] }, published: { from: $from, to: $to } }, first: $first, after: $after) {
      nodes { ${HEADLINE} } ${PAGE} } }`;

/** The documents of the gateway, which Mercurius takes too. */
export const DOCUMENTS: Record<QueryName, string> = {
  Q1: `query Q1($topic: String!, $language: Locale!) { ${OF_TOPIC} { nodes { ${HEADLINE} } ${PAGE} } }`,
  Q2: `query Q2($topic: String!, $language: Locale!) { ${OF_TOPIC} { nodes { ${HEADLINE} ${REST} } ${PAGE} } }`,
  Q3: `query Q3($id: ID!) { article(id: $id) {
    ${HEADLINE} ${REST} url updatedAt version status urgency credit bylines countries body { html wordCount } } }`,
  Q4: `query Q4($after: String) { topics(first: 20, after: $after) {
    nodes { slug name(language: "en") articles(first: 5) { nodes { ${HEADLINE} } } } ${PAGE} } }`,
  Q5: SPAN,
  P1: SPAN,
};

const NODE = 'article: articleByArticleId';
const NEWEST = 'orderBy: [PUBLISHED_AT_DESC, ARTICLE_ID_DESC]';
const PG_HEADLINE = 'rowId headline language publishedAt';
const PG_REST = `lede topics { nodes { slug name(language: "en") } } events { nodes { slug name(language: "en") } }
  source: sourceBySourceId { slug name(language: "en") homepage } media`;

const PG_SPAN = `query Q5($event: String!, $from: String!, $to: String!, $first: Int = 20, $after: Cursor) { eventBySlug(slug: $event) {
    page: articleEventsByEventId(condition: { publishedFrom: $from, publishedTo: $to }, first: $first, after: $after, ${NEWEST}) {
      nodes { ${NODE} { ${PG_HEADLINE} } } ${PAGE} } } }`;

/** The same in the shape that PostGraphile makes of the tables. */
export const POSTGRAPHILE_DOCUMENTS: Record<QueryName, string> = {
  Q1: `query Q1($topic: String!, $language: String!) { topicBySlug(slug: $topic) {
    page: articleTopicsByTopicId(condition: { language: $language }, first: 20, ${NEWEST}) { nodes { ${NODE} { ${PG_HEADLINE} } } ${PAGE} } } }`,
  Q2: `query Q2($topic: String!, $language: String!) { topicBySlug(slug: $topic) {
    page: articleTopicsByTopicId(condition: { language: $language }, first: 20, ${NEWEST}) {
      nodes { ${NODE} { ${PG_HEADLINE} ${PG_REST} } } ${PAGE} } } }`,
  Q3: `query Q3($id: BigInt!) { article: articleByRowId(rowId: $id) { ${PG_HEADLINE} ${PG_REST} url updatedAt version status urgency credit
    bylines countries body: articleBodyByArticleId { html wordCount } } }`,
  Q4: `query Q4($after: Cursor) { topics: allTopics(first: 20, after: $after) {
    nodes { slug name(language: "en") page: articleTopicsByTopicId(first: 5, ${NEWEST}) { nodes { ${NODE} { ${PG_HEADLINE} } } } } ${PAGE} } }`,
  Q5: PG_SPAN,
  P1: PG_SPAN,
};
