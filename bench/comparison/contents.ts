import type { Contestant } from './contestant.js';
import { ask } from './contestant.js';
import type { Question } from './questions.js';
import type { LoadRequest } from './run-load.js';

/** What only the gateway serves, held against bytes that are ready: F1 a topic's RSS feed, C1 a page of 500 changes of a full copy. */
export const CONTENTS = ['F1', 'C1'] as const;
export type ContentName = (typeof CONTENTS)[number];

const PAGES = 20;

const CHANGES = `query C1($after: String) { changes(first: 500, after: $after) {
  nodes { kind revision articleId version article { id language headline lede url publishedAt updatedAt credit } } pageInfo { endCursor hasNextPage } } }`;

/** Every request of one kind. Changes are walked to by the gateway's own cursors. */
export async function contentRequests(
  contestant: Contestant,
  what: ContentName,
  lists: Question[],
): Promise<LoadRequest[]> {
  if (what === 'F1') {
    return lists.map(({ topic, language }) => ({
      method: 'GET',
      path: `/topics/${topic}/feed.rss?lang=${language}`,
      headers: contestant.headers,
    }));
  }
  const requests: LoadRequest[] = [];
  for (let after: string | null = null; requests.length < PAGES;) {
    const request = { query: CHANGES, variables: { after } };
    requests.push({
      method: 'POST',
      path: '/graphql',
      headers: { 'content-type': 'application/json', ...contestant.headers },
      body: JSON.stringify(request),
    });
    const data: { changes: { pageInfo: { endCursor: string; hasNextPage: boolean } } } = await ask(contestant, request);
    if (!data.changes.pageInfo.hasNextPage) break;
    after = data.changes.pageInfo.endCursor;
  }
  return requests;
}
