import { setTimeout as sleep } from 'node:timers/promises';
import { applyChange, type Change, keepCursor, notePage, openCopy } from './copy-folder.js';

/** What a mirror needs to know. */
export interface MirrorSettings {
  /** The gateway's GraphQL address. */
  url: string;
  /** A partner's key; without one the copy is what visitors may have. */
  key?: string;
  /** The folder of the copy: a file an article, and the cursor. */
  folder: string;
  /** Which articles, as GraphQL takes it. Another filter needs another folder. */
  filter?: object;
  /** Whether to go on waiting for changes, and not to end when there are no more for now. */
  follow?: boolean;
  /** Changes a page. */
  first?: number;
  /** Hears of each change once the copy has it: the place to tell readers. After a crash it may hear of a page again. */
  told?: (change: Change) => void;
}

interface Answer<Data> {
  data?: Data | null;
  errors?: { message: string; extensions?: { code?: string } }[];
}

interface Page {
  nodes: Change[];
  pageInfo: { hasNextPage: boolean; endCursor: string };
  revision: number | null;
}

const QUERY = `query Changes($after: String, $filter: ArticleFilter, $first: Int!, $wait: Duration) {
  changes(after: $after, filter: $filter, first: $first, wait: $wait) {
    nodes {
      kind
      revision
      version
      redelivery
      articleId
      article { id version status language headline lede url publishedAt updatedAt credit body { html } }
    }
    pageInfo { hasNextPage endCursor }
    revision
  }
}`;

const ACKNOWLEDGE = `mutation Acknowledge($article: ID!) {
  acknowledgeWithdrawal(input: { article: $article }) { withdrawal { acknowledgedAt } }
}`;

/**
 * Keeps a folder the same as what the gateway says this partner may have. Everything that is written is written whole or
 * not at all, and the cursor last: killed at any moment, it goes on from the last page that it had done. What it had
 * taken from the page after that it lets go of first: an article that has gone since would not be told again, as by
 * the cursor it never came.
 */
export async function mirror(settings: MirrorSettings): Promise<{ revision: number | null }> {
  const { folder, follow = false } = settings;
  for (let after = await openCopy(folder); ;) {
    const page = await ask(settings, after);
    await notePage(folder, after, page.nodes);
    for (const change of page.nodes) {
      await applyChange(folder, change);
      settings.told?.(change);
    }
    after = page.pageInfo.endCursor;
    await keepCursor(folder, after);
    if (settings.key) await acknowledge(settings, page.nodes);
    if (!page.pageInfo.hasNextPage && !follow) return { revision: page.revision };
  }
}

/** Says what has been taken down. Killed before it could, it is told of the withdrawal again within the hour, and says so then. */
async function acknowledge(settings: MirrorSettings, changes: Change[]): Promise<void> {
  for (const { articleId: article } of changes.filter(({ kind }) => kind === 'WITHDRAWN')) {
    const { errors = [] } = await post(settings, ACKNOWLEDGE, { article });
    // What has been restored meanwhile needs no word.
    const failed = errors.find(({ extensions }) => extensions?.code !== 'NOT_FOUND');
    if (failed) throw new Error(failed.message);
  }
}

async function ask(settings: MirrorSettings, after: string | null): Promise<Page> {
  const { filter, follow, first = 100 } = settings;
  const variables = { after, filter, first, wait: follow ? 'PT25S' : null };
  const { data, errors } = await post<{ changes: Page }>(settings, QUERY, variables);
  if (data && !errors) return data.changes;
  throw new Error(errors?.map(({ message }) => message).join('\n') ?? 'The gateway gave no answer.');
}

async function post<Data>(settings: MirrorSettings, query: string, variables: object): Promise<Answer<Data>> {
  const { url, key } = settings;
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(key ? { authorization: `Bearer ${key}` } : {}) },
    body: JSON.stringify({ query, variables }),
  });
  // Over the quota, or the gateway has no time just now: it says when to ask again.
  const pause = Number(response.headers.get('retry-after'));
  if ((response.status === 429 || response.status === 503) && pause > 0) {
    await sleep(pause * 1000);
    return post(settings, query, variables);
  }
  return (await response.json()) as Answer<Data>;
}
