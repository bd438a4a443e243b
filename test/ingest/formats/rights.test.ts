import type { IncomingArticle } from '../../../src/ingest/incoming.js';
import { parseNewsmlG2 } from '../../../src/ingest/formats/parse-newsml-g2.js';
import { parseNinjs } from '../../../src/ingest/formats/parse-ninjs.js';
import { onlyArticle, rss } from '../feed-samples.js';

const restricted = (element: string, channel = '') =>
  onlyArticle(rss(`<item><guid>a</guid><title>Tin</title>${element}</item>`, channel));

function article(item: unknown): IncomingArticle {
  if (typeof item !== 'object' || item === null || 'reason' in item) throw new Error('No article.');
  return item as IncomingArticle;
}

const ninjs = (members: object) =>
  article(parseNinjs({ uri: 'a', headline: 'Tin', body_text: 'x', ...members }).items[0]);

const g2 = (rightsInfo: string) =>
  article(
    parseNewsmlG2(`<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="a" xml:lang="en">${rightsInfo}
      <contentMeta><headline>Tin</headline></contentMeta></newsItem>`).items[0],
  );

test.each([
  ['<media:restriction relationship="allow" type="country">vn la xx1</media:restriction>', { only: ['LA', 'VN'] }],
  ['<media:restriction relationship="deny" type="country">us</media:restriction>', { except: ['US'] }],
  ['<media:restriction relationship="allow" type="country"/>', { only: [] }],
  ['<media:restriction relationship="deny">all</media:restriction>', { only: [] }],
  ['<media:restriction relationship="allow">all</media:restriction>', undefined],
  ['<media:restriction relationship="deny">none</media:restriction>', undefined],
  ['<media:restriction relationship="deny" type="uri">https://x.example</media:restriction>', undefined],
  ['<media:restriction relationship="allow" type="country">VNM 418</media:restriction>', { only: ['LA', 'VN'] }],
  ['<media:restriction relationship="maybe" type="country">vn</media:restriction>', { only: [] }],
  ['<media:restriction relationship="allow" type="country">Vietnam</media:restriction>', { only: [] }],
  ['<media:restriction relationship="deny" type="country">us Vietnam</media:restriction>', { only: [] }],
  [
    `<media:restriction relationship="allow" type="country">vn la kh</media:restriction>
     <media:restriction relationship="deny" type="country">la</media:restriction>`,
    { only: ['KH', 'VN'] },
  ],
])('RSS: %s', (element, territories) => {
  expect(restricted(element).rights?.territories).toEqual(territories);
});

test("an item's own restriction counts before that of its feed, and what is no country is noted", () => {
  const ofFeed = '<media:restriction relationship="deny" type="country">kh</media:restriction>';
  expect(restricted('', ofFeed).rights).toEqual({ territories: { except: ['KH'] } });
  const own = restricted('<media:restriction relationship="allow" type="country">vn x</media:restriction>', ofFeed);
  expect(own.rights).toEqual({ territories: { only: ['VN'] } });
  expect(own.notes).toEqual([expect.stringContaining('"x"')]);
});

test('the terms of an item of RSS are its dc:rights, in plain words', () => {
  expect(restricted('<dc:rights>&lt;b&gt;Not&lt;/b&gt; for archives</dc:rights>').rights).toEqual({
    terms: 'Not for archives',
  });
  expect(restricted('')).not.toHaveProperty('rights');
});

const SPATIAL = 'http://www.w3.org/ns/odrl/2/spatial';
const IN_LAOS = { leftOperand: SPATIAL, operator: 'odrl:eq', rightOperand: 'http://cvx.iptc.org/iso3166-1a2/LA' };
const IN_ASEAN = { leftOperand: 'spatial', operator: 'isAnyOf', rightOperand: [{ '@id': 'iso3166-1a2:VN' }, 'LA'] };
const NOT_LAOS = { ...IN_LAOS, operator: 'neq' };
const BEFORE = { leftOperand: 'dateTime', operator: 'lt', rightOperand: '2026-12-01' };
const NOWHERE = { only: [] };
const LAO_VIET = { only: ['LA', 'VN'] };
const NOT_US = { leftOperand: 'spatial', operator: 'neq', rightOperand: 'US' };

test.each([
  [
    'a permission for some countries',
    { permission: [{ action: 'use', constraint: [IN_ASEAN] }] },
    { only: ['LA', 'VN'] },
  ],
  ['a permission for all but one', { permission: { action: 'use', constraint: NOT_US } }, { except: ['US'] }],
  ['a prohibition', { 'odrl:prohibition': [{ action: 'distribute', constraint: IN_LAOS }] }, { except: ['LA'] }],
  [
    'permissions that say the same',
    {
      permission: [
        { action: 'print', constraint: IN_LAOS },
        { action: 'display', constraint: IN_LAOS },
      ],
    },
    { only: ['LA'] },
  ],
  [
    'permissions that differ',
    { permission: [{ action: 'print', constraint: IN_LAOS }, { action: 'display' }] },
    { only: ['LA'] },
  ],
  ['permissions for different places', { permission: [{ constraint: IN_LAOS }, { constraint: NOT_LAOS }] }, NOWHERE],
  [
    'countries in three letters',
    { permission: { constraint: { ...IN_LAOS, rightOperand: ['VNM', 'LAO'] } } },
    LAO_VIET,
  ],
  ['countries in numbers', { permission: { constraint: { ...IN_LAOS, rightOperand: ['704', '418'] } } }, LAO_VIET],
  [
    'a country and no country',
    { permission: { constraint: { ...IN_ASEAN, rightOperand: ['VN', 'ASEAN'] } } },
    { only: ['VN'] },
  ],
  ['all but no country', { permission: { constraint: { ...NOT_US, rightOperand: ['US', 'ASEAN'] } } }, NOWHERE],
  [
    'a prohibition in no country',
    { prohibition: { action: 'use', constraint: { ...IN_LAOS, rightOperand: ['LA', '?'] } } },
    NOWHERE,
  ],
  [
    'a prohibition outside of one',
    { prohibition: { action: 'use', constraint: { ...NOT_US, rightOperand: ['US', '?'] } } },
    { only: ['US'] },
  ],
  ['a prohibition of everything', { permission: { action: 'use' }, prohibition: { action: 'use' } }, NOWHERE],
  ['a prohibition until a date', { prohibition: { action: 'use', constraint: [IN_LAOS, BEFORE] } }, { except: ['LA'] }],
  ['a permission from a date', { permission: { action: 'use', constraint: BEFORE } }, NOWHERE],
  ['a prohibition of printing', { prohibition: { action: 'print', constraint: IN_LAOS } }, undefined],
  ['a place that is no country', { permission: { constraint: { ...IN_LAOS, rightOperand: 'EARTH' } } }, NOWHERE],
  ['an unknown comparison', { permission: { constraint: { ...IN_LAOS, operator: 'hasPart' } } }, NOWHERE],
  ['two limits of place', { permission: { constraint: [IN_ASEAN, NOT_LAOS] } }, { only: ['VN'] }],
  ['another constraint', { permission: { constraint: { ...IN_LAOS, leftOperand: 'count' } } }, NOWHERE],
])('ninjs: %s', (_title, policy, territories) => {
  for (const written of [policy, JSON.stringify(policy)]) {
    expect(ninjs({ rightsInfo: { langId: 'ODRL', encodedRights: written } }).rights?.territories).toEqual(territories);
    expect(ninjs({ rightsinfo: { encodedrights: written } }).rights?.territories).toEqual(territories);
  }
});

test('ninjs: the terms of use are kept in words; a policy that says nothing says nothing', () => {
  expect(ninjs({ usageterms: 'Not for use after 2026.' }).rights).toEqual({ terms: 'Not for use after 2026.' });
  expect(ninjs({ usageTerms: 'Web only.' }).rights).toEqual({ terms: 'Web only.' });
  for (const encodedRights of [undefined, null, '', ' ', 'null', [], {}]) {
    expect(ninjs({ rightsInfo: { encodedRights } })).not.toHaveProperty('rights');
  }
});

test.each([
  ['{'],
  [7],
  ['CC-BY'],
  [{ permission: 'x' }],
  [{ uid: 'https://policies.example/7' }],
  [[{ permission: {} }]],
  [{ permission: Array.from({ length: 51 }, () => ({ action: 'use' })) }],
  [{ permission: { action: 'use', constraint: Array.from({ length: 51 }, () => IN_LAOS) } }],
  [`"${'x'.repeat(100_001)}"`],
])('ninjs: what has a policy that cannot be read is published nowhere, and that is noted: %j', encodedRights => {
  const { rights, notes } = ninjs({ usageTerms: 'Web.', rightsInfo: { encodedRights } });
  expect(rights).toEqual({ territories: NOWHERE, terms: 'Web.' });
  expect(notes).toEqual(['Its policy of rights cannot be read.', expect.stringContaining('nowhere')]);
});

test('ninjs: several policies hold together, and one that cannot be read holds the others back', () => {
  const policy = (encodedRights: unknown) => ({ encodedRights });
  const [lao, some] = [{ permission: { constraint: IN_LAOS } }, { permission: { constraint: IN_ASEAN } }];
  expect(ninjs({ rightsInfo: [policy(some), policy(lao)] }).rights).toEqual({ territories: { only: ['LA'] } });
  expect(ninjs({ rightsInfo: [policy(some), policy('{')] }).rights).toEqual({ territories: NOWHERE });
});

test('what a policy limits by what cannot be acted on is noted by its name', () => {
  const { notes } = ninjs({ rightsInfo: { encodedRights: { permission: { constraint: [IN_LAOS, BEFORE] } } } });
  expect(notes).toEqual([expect.stringContaining('"datetime"'), expect.stringContaining('nowhere')]);
});

test('a policy that prohibits less than publication is told to partners, where they can be told', () => {
  const prohibition = ['translate', 'odrl:modify', 'print', 'sell'].map(action => ({ action }));
  const { rights, notes } = ninjs({ rightsInfo: { encodedRights: { prohibition } } });
  expect(rights).toEqual({ mayTranslate: false, mayEdit: false, uses: ['web', 'broadcast', 'social'] });
  expect(notes).toEqual([expect.stringContaining('"sell"')]);
});

test('NewsML-G2: the terms of use, and the countries of a policy in XML or JSON; but not of parts of the item', () => {
  const policy = `<o:Policy xmlns:o="http://www.w3.org/ns/odrl/2/"><o:permission><o:action name="o:distribute"/>
    <o:constraint name="${SPATIAL}" operator="http://www.w3.org/ns/odrl/2/eq" rightOperand="iso3166-1a2:LA"/></o:permission></o:Policy>`;
  const json = JSON.stringify({ prohibition: { action: 'use', constraint: IN_LAOS } }).replaceAll('"', '&quot;');
  const expression = `<rightsExpressionXML langid="http://www.w3.org/ns/odrl/2/">${policy}</rightsExpressionXML>`;
  const terms = '<usageTerms xml:lang="en">For <i>Laos</i> alone.</usageTerms>';

  expect(g2(`<rightsInfo>${terms}${expression}</rightsInfo>`).rights).toEqual({
    territories: { only: ['LA'] },
    terms: 'For Laos alone.',
  });
  expect(g2(`<rightsInfo><rightsExpressionData>${json}</rightsExpressionData></rightsInfo>`).rights).toEqual({
    territories: { except: ['LA'] },
  });
  expect(g2(`<rightsInfo>${expression.replace('iso3166-1a2:LA', 'iso3166-1a3:LAO')}</rightsInfo>`).rights).toEqual({
    territories: { only: ['LA'] },
  });
  for (const unread of ['<rightsExpressionXML/>', '<rightsExpressionData>{</rightsExpressionData>']) {
    const held = g2(`<rightsInfo>${expression}${unread}</rightsInfo>`);
    expect(held.rights).toEqual({ territories: NOWHERE });
    expect(held.notes).toHaveLength(2);
  }
  expect(g2(`<rightsInfo idrefs="p1">${terms}${expression}</rightsInfo>`)).not.toHaveProperty('rights');
});
