import * as fc from 'fast-check';
import { globalId } from '../../src/graphql/global-id.js';
import { type Desk, filedUnder } from './desk.js';

/** A newsroom at work on several gateways at once, some of which may be dead at the moment. */
export interface Newsroom {
  desk: Desk;
  /** Slugs of the partners whose licences and countries change. */
  partners: string[];
  /** Numbers of the licences that are there, as far as anybody knows. */
  licences: number[];
  /** Orders a mutation with the desk's key until a gateway has answered; null where it was refused. */
  order: (mutation: string, input: object, fields?: string) => Promise<any>;
  /** Whether an action has been done, and not only refused. */
  isDone: (action: string) => boolean;
}

const TOPICS = ['asean', 'football', 'politics', 'sport'];
const EVENTS = ['sea-games-31', 'vietnam-laos-2022'];

/** Filters that licences and subscribers may have. */
export const filter: fc.Arbitrary<object> = fc.oneof(
  { weight: 3, arbitrary: fc.constant({}) },
  fc.constantFrom<object>(
    { topics: { any: ['politics'] } },
    { topics: { any: ['sport'], exact: true } },
    { topics: { none: ['sport'] }, languages: ['vi', 'lo'] },
    { events: { any: ['sea-games-31'] } },
    { sources: { any: ['wire'] } },
    { countries: { none: ['KH'] } },
    { text: 'hữu nghị' },
    { text: 'tin -lào', languages: ['vi', 'en'] },
  ),
);

/** Terms of a licence, but for its filter and what time does to it. */
export const terms = fc.record({
  text: fc.boolean(),
  media: fc.boolean(),
  embargoAccess: fc.boolean(),
  history: fc.boolean(),
  delaySeconds: fc.constantFrom(0, 0, 0, 1, 2),
});

/** Milliseconds from now: most moments come while the newsroom is at work, some are over. */
const soon = fc.integer({ min: -500, max: 2_000 });

/** All that an action may need to decide upon: each takes what it wants. */
const draw = fc.record({
  place: fc.nat(39),
  source: fc.constantFrom('desk', 'wire'),
  headline: fc.constantFrom('Tin', 'Tin hữu nghị', 'Hội nghị', 'Lào', 'Tin Lào'),
  text: fc.nat(5),
  language: fc.constantFrom('vi', 'en', 'lo'),
  topics: fc.subarray(TOPICS, { maxLength: 2 }),
  events: fc.subarray(EVENTS, { maxLength: 1 }),
  countries: fc.subarray(['KH', 'LA'], { maxLength: 1 }),
  status: fc.constantFrom(
    'usable' as const,
    'usable' as const,
    'usable' as const,
    'canceled' as const,
    'withheld' as const,
  ),
  isCorrection: fc.boolean(),
  embargo: fc.option(soon, { freq: 2 }),
  expiry: fc.option(soon, { freq: 3 }),
  withoutEnd: fc.constantFrom(false, false, false, true),
  isNew: fc.boolean(),
  moved: fc.boolean(),
  country: fc.constantFrom('VN', 'LA', 'KH', null),
  onlyIn: fc.constantFrom(null, null, ['LA', 'VN'], ['KH']),
  partner: fc.nat(9),
  filter,
  terms,
  begins: fc.option(soon, { freq: 2 }),
  ends: fc.option(soon, { freq: 2 }),
});
export type Draw = typeof draw extends fc.Arbitrary<infer Value> ? Value : never;

const at = (ms: number | null): Date | null => (ms === null ? null : new Date(Date.now() + ms));

/** The global id of some article, whether it may be read or not. */
async function someArticle({ desk }: Newsroom, { place, source }: Draw): Promise<string> {
  const rows = await desk.db.query(
    'select id from article order by (source_id = (select id from source where slug = $1)) desc, id limit 12',
    [source],
  );
  return globalId('Article', Number(rows[place % rows.length].id));
}

const words = ({ headline, text }: Draw): object => ({ headline, html: `<p>Bản ${text}.</p>` });

const licenceTerms = ({ filter: its, terms: { delaySeconds, ...rest }, begins, ends }: Draw): object => ({
  ...rest,
  filter: its,
  delay: `PT${delaySeconds}S`,
  validFrom: at(begins),
  validUntil: ends !== null && ends > (begins ?? -500) ? at(ends) : null,
});

/** Whatever a newsroom does that partners could notice. What is added here is proven with the rest. */
const ACTIONS: Record<string, { weight: number; act: (newsroom: Newsroom, draw: Draw) => Promise<unknown> }> = {
  take: {
    weight: 8,
    act: ({ desk }, { source, place, headline, text, language, status, isCorrection, embargo, expiry, ...drawn }) =>
      desk.take(source, {
        identity: `${place}`,
        headline,
        language,
        status,
        isCorrection,
        bodyHtml: `<p>Bản ${text}.</p>`,
        publishedAt: new Date(Date.now() - 1_000 * text),
        subjects: filedUnder(...drawn.topics, ...drawn.events),
        embargoedUntil: drawn.withoutEnd ? 'forever' : at(embargo),
        expiresAt: at(expiry),
      }),
  },
  publishArticle: {
    weight: 1,
    act: ({ order }, { source, language, topics, embargo, ...drawn }) =>
      order('publishArticle', {
        source,
        language,
        topics,
        embargoedUntil: at(embargo),
        ...words({ ...drawn, source, language, topics, embargo }),
      }),
  },
  updateArticle: {
    weight: 2,
    act: async (newsroom, drawn) =>
      newsroom.order('updateArticle', {
        article: await someArticle(newsroom, drawn),
        ...words(drawn),
        language: drawn.language,
      }),
  },
  correctArticle: {
    weight: 2,
    act: async (newsroom, drawn) =>
      newsroom.order('correctArticle', {
        article: await someArticle(newsroom, drawn),
        severity: drawn.isCorrection ? 'MINOR' : 'LEGAL',
        ...words(drawn),
      }),
  },
  withdrawArticle: {
    weight: 1,
    act: async (newsroom, drawn) =>
      newsroom.order('withdrawArticle', {
        article: await someArticle(newsroom, drawn),
        reason: drawn.moved ? 'LEGAL' : 'ERROR',
        replacement: drawn.isNew ? await someArticle(newsroom, { ...drawn, place: drawn.place + 1 }) : null,
      }),
  },
  restoreArticle: {
    weight: 2,
    act: async (newsroom, drawn) => newsroom.order('restoreArticle', { article: await someArticle(newsroom, drawn) }),
  },
  setEmbargo: {
    weight: 2,
    act: async (newsroom, drawn) =>
      newsroom.order('setEmbargo', { article: await someArticle(newsroom, drawn), until: at(drawn.embargo) }),
  },
  setExpiry: {
    weight: 2,
    act: async (newsroom, drawn) =>
      newsroom.order('setExpiry', { article: await someArticle(newsroom, drawn), at: at(drawn.expiry) }),
  },
  fileArticle: {
    weight: 2,
    act: async (newsroom, drawn) =>
      newsroom.order('fileArticle', {
        article: await someArticle(newsroom, drawn),
        topics: { replace: drawn.topics },
        events: { replace: drawn.events },
        countries: { replace: drawn.countries },
      }),
  },
  setRights: {
    weight: 1,
    act: async (newsroom, drawn) =>
      newsroom.order('setRights', { article: await someArticle(newsroom, drawn), onlyIn: drawn.onlyIn }),
  },
  saveTopic: {
    weight: 1,
    act: ({ order }, { isNew, moved }) =>
      isNew
        ? order('saveTopic', { slug: 'asean', parent: moved ? 'sport' : 'foreign-relations' })
        : order('saveTopic', { slug: 'football', parent: moved ? 'politics' : 'sport' }),
  },
  saveEvent: {
    weight: 1,
    act: ({ order }, { place, text, countries }) =>
      order('saveEvent', {
        slug: EVENTS[place % EVENTS.length],
        names: [{ language: 'en', text: `Games ${text}` }],
        countries,
      }),
  },
  saveSource: {
    weight: 1,
    act: ({ order }, { source, text }) => order('saveSource', { slug: source, credit: `Credit ${text}` }),
  },
  grantLicence: {
    weight: 1,
    act: async ({ order, partners, licences }, drawn) => {
      const partner = partners[drawn.partner % partners.length];
      const granted = await order(
        'grantLicence',
        { name: 'Some', partner, ...licenceTerms(drawn) },
        'licence { number }',
      );
      if (granted) licences.push(granted.licence.number);
    },
  },
  changeLicence: {
    weight: 1,
    act: ({ order, licences }, drawn) =>
      order('changeLicence', { number: licenceOf(licences, drawn), ...licenceTerms(drawn) }),
  },
  endLicence: {
    weight: 1,
    act: ({ order, licences }, drawn) => order('endLicence', { number: licenceOf(licences, drawn) }),
  },
  updatePartner: {
    weight: 1,
    act: ({ order, partners }, { partner, country }) =>
      order('updatePartner', { slug: partners[partner % partners.length], country }),
  },
  suspendPartner: {
    weight: 1,
    act: ({ order, partners }, { partner }) => order('suspendPartner', { slug: partners[partner % partners.length] }),
  },
  resumePartner: {
    weight: 2,
    act: ({ order, partners }, { partner }) => order('resumePartner', { slug: partners[partner % partners.length] }),
  },
};

/** One of those that were granted; while there is none, one that is not there, which is refused. */
function licenceOf(licences: number[], { place }: Draw): number {
  return licences[place % licences.length] ?? 999_999;
}

export const ACTION_NAMES = Object.keys(ACTIONS);

const names = Object.entries(ACTIONS).map(([name, { weight }]) => ({ weight, arbitrary: fc.constant(name) }));
const step = fc.record({ name: fc.oneof(...names), drawn: draw, hurry: fc.nat(9), missing: fc.nat() });

/**
 * Works at random until it is told to stop: what it does is decided by the seed, what comes of it by all who work at once. What nobody has
 * done yet is tried more often.
 */
export async function work(newsroom: Newsroom, seed: number, goesOn: () => boolean): Promise<void> {
  for (const { name, drawn, hurry, missing } of fc.sample(step, { numRuns: 3_000, seed })) {
    if (!goesOn()) return;
    newsroom.desk.now = new Date();
    const undone = ACTION_NAMES.filter(action => !newsroom.isDone(action));
    const next = hurry < 3 ? undone[missing % undone.length] : undefined;
    await ACTIONS[next ?? name]!.act(newsroom, drawn);
  }
}
