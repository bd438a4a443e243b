import type { EntityManager } from 'typeorm';
import { WithdrawalReason } from '../changes/withdrawal.js';
import type { Clock } from '../clock.js';
import { CorrectionSeverity } from '../content/correction.js';
import { loadReference } from '../content/reference.js';
import { loadThesaurus } from '../content/thesaurus.js';
import { emptyArticle } from './formats/empty-article.js';
import { editArticle } from './store/edit-article.js';
import { ingestItems } from './store/ingest-items.js';
import { withdrawArticle } from './store/withdraw-article.js';

/** An article that the demo's desk corrects, and one that it withdraws, with the other to show in its place. */
const ARTICLES = [
  {
    identity: 'https://foreign-desk.example/en/mekong-reading-rooms',
    headline: 'Four reading rooms open along the Mekong',
    lede: 'Libraries of Việt Nam and Laos lend books in both languages from Saturday on.',
    bodyHtml: '<p>The first of the <strong>four</strong> rooms opens in Pakse. Each lends six hundred books.</p>',
    publishedAt: new Date('2024-03-08T02:00:00Z'),
  },
  {
    identity: 'https://foreign-desk.example/en/mekong-reading-rooms-draft',
    headline: 'Reading rooms on the Mekong: a first draft',
    lede: 'Sent out before it was read by an editor.',
    bodyHtml: '<p>Names and numbers are still to be checked.</p>',
    publishedAt: new Date('2024-03-08T01:00:00Z'),
  },
];

/** Shows what a correction and a withdrawal look like. In the transaction that fills the empty database, once there are partners. */
export async function seedDeskWork(db: EntityManager, clock: Clock): Promise<void> {
  const reference = await loadReference(db);
  const source = reference.sources.bySlug.get('foreign-desk')!;
  const thesaurus = await loadThesaurus(db, reference);
  const told = ARTICLES.map(article => ({ ...emptyArticle(), ...article, url: article.identity }));
  await ingestItems({ db, clock, reference, thesaurus, source, language: 'en', dryRun: false }, told);
  const [right, draft] = [
    await keyOf(db, source.id, ARTICLES[0]!.identity),
    await keyOf(db, source.id, ARTICLES[1]!.identity),
  ];

  const edit = {
    headline: 'Five reading rooms open along the Mekong',
    bodyHtml: '<p>The first of the <strong>five</strong> rooms opens in Pakse. Each lends six hundred books.</p>',
    correction: {
      severity: CorrectionSeverity.SUBSTANTIVE,
      note: 'An earlier version of this article spoke of four reading rooms. There are five.',
    },
  };
  await editArticle(db, { articleId: right, expectedVersion: 1, edit }, reference, clock());
  const order = {
    articleId: draft,
    reason: WithdrawalReason.ERROR,
    advice: 'Show the finished article in its place.',
    note: 'This was a draft, and was sent out by mistake.',
    replacementId: right,
    withdrawnBy: 'demo',
    expectedVersion: 1,
  };
  await withdrawArticle(db, order, clock());
}

async function keyOf(db: EntityManager, sourceId: number, identity: string): Promise<number> {
  const [found] = await db.query<{ id: number }[]>(
    'select article_id as id from article_origin where source_id = $1 and identity = $2',
    [sourceId, identity],
  );
  return found!.id;
}
