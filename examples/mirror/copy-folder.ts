import { mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';

/** What is to be done to the copy. */
export interface Change {
  kind: 'ENTERED' | 'UPDATED' | 'CORRECTED' | 'WITHDRAWN' | 'EXPIRED' | 'LEFT';
  revision: number;
  version: number;
  /** Whether it is a withdrawal that was told before, and that nobody has acknowledged. */
  redelivery: boolean;
  articleId: string;
  article: { id: string; version: number } | null;
}

/**
 * Makes a folder ready for a copy, and gives the cursor of the last page that it has whole, or null. What a page after that had begun to
 * bring is taken out.
 */
export async function openCopy(folder: string): Promise<string | null> {
  await mkdir(join(folder, 'articles'), { recursive: true });
  const cursor = await readText(join(folder, 'cursor'));
  await undoPage(folder, cursor);
  return cursor;
}

/** Says that a copy has all of the page before a cursor. */
export async function keepCursor(folder: string, cursor: string): Promise<void> {
  await writeWhole(join(folder, 'cursor'), cursor);
}

/** Writes down what comes into the copy with the page after a cursor. A copy in a database needs no such thing: page and cursor are one transaction. */
export async function notePage(folder: string, after: string | null, changes: Change[]): Promise<void> {
  const entering = changes.filter(({ kind }) => kind === 'ENTERED').map(({ articleId }) => articleId);
  if (entering.length > 0) await writeWhole(join(folder, 'page'), JSON.stringify({ after, entering }));
}

/** Takes out what came in with the page after this cursor, if it was begun. */
async function undoPage(folder: string, after: string | null): Promise<void> {
  const page = JSON.parse((await readText(join(folder, 'page'))) ?? 'null') as {
    after: string | null;
    entering: string[];
  } | null;
  if (page?.after !== after) return;
  for (const articleId of page.entering) await rm(fileOf(folder, articleId), { force: true });
}

const fileOf = (folder: string, articleId: string): string => join(folder, 'articles', `${articleId}.json`);

/** Does to the copy what a change says. */
export async function applyChange(folder: string, { kind, articleId, article }: Change): Promise<void> {
  const file = fileOf(folder, articleId);
  if (kind === 'WITHDRAWN' || kind === 'EXPIRED' || kind === 'LEFT') await rm(file, { force: true });
  // Without an article it is gone again already, and a later change says so.
  else if (article) await writeWhole(file, JSON.stringify(article));
}

/** Null where there is no such file. */
async function readText(file: string): Promise<string | null> {
  try {
    return await readFile(file, 'utf8');
  } catch {
    return null;
  }
}

/** The new file takes the place of the old one in a single step, once it is on the disk. */
async function writeWhole(file: string, text: string): Promise<void> {
  const draft = await open(`${file}.new`, 'w');
  await draft.writeFile(text);
  await draft.sync();
  await draft.close();
  await rename(`${file}.new`, file);
}
