import type { EntityManager } from 'typeorm';
import type { Clock } from '../clock.js';
import { loadReference } from '../content/reference.js';
import { loadThesaurus } from '../content/thesaurus.js';
import { emptyArticle } from './formats/empty-article.js';
import { ingestItems } from './store/ingest-items.js';
import { setRights } from './store/set-rights.js';

const DAY_MS = 86_400_000;

/** Articles of a source whose texts are not public: one just published, one under embargo for a week, and one that is not for Thailand. */
const ARTICLES = [
  {
    identity: 'https://mekong-bulletin.example/en/ferry-timetable',
    headline: 'A new timetable for the ferries of the Mekong',
    lede: 'From Monday on, the first boat leaves an hour earlier.',
    bodyHtml: '<p>Crossings at dawn were asked for by the <em>markets</em> on both banks.</p>',
    days: { published: 0, embargo: null },
  },
  {
    identity: 'https://mekong-bulletin.example/en/weaving-prize',
    headline: 'The weaving prize goes to three villages',
    lede: 'Under embargo until the ceremony.',
    bodyHtml: '<p>The jury names the villages at the <em>ceremony</em>, and not before.</p>',
    days: { published: -1, embargo: 7 },
  },
  {
    identity: 'https://mekong-bulletin.example/en/river-songs',
    headline: 'Songs of the river, recorded anew',
    lede: 'Its rights for Thailand lie with another publisher.',
    bodyHtml: '<p>Twelve boatmen sing what their grandfathers <em>sang</em>.</p>',
    days: { published: -40, embargo: null },
  },
];

/** Shows what a delay, an embargo and a territory do. In the transaction that fills the empty database, once there are partners. */
export async function seedLicensedCases(db: EntityManager, clock: Clock): Promise<void> {
  const reference = await loadReference(db);
  const source = reference.sources.bySlug.get('mekong-bulletin')!;
  const thesaurus = await loadThesaurus(db, reference);
  const inDays = (days: number): Date => new Date(clock().getTime() + days * DAY_MS);
  const told = ARTICLES.map(({ days, ...article }) => ({
    ...emptyArticle(),
    ...article,
    url: article.identity,
    publishedAt: inDays(days.published),
    embargoedUntil: days.embargo === null ? null : inDays(days.embargo),
  }));
  await ingestItems({ db, clock, reference, thesaurus, source, language: 'en', dryRun: false }, told);

  const [song] = await db.query<{ id: number }[]>('select id from article where url = $1', [ARTICLES[2]!.identity]);
  const rights = { territories: { except: ['TH'] } };
  await setRights(db, { articleId: song!.id, expectedVersion: 1, rights }, clock());
}
