import { saysCorrection } from '../../../src/ingest/formats/says-correction.js';
import { readNinjsItem } from '../../../src/ingest/formats/read-ninjs-item.js';

test.each([
  ['sig:correction', true],
  ['http://cv.iptc.org/newscodes/signal/correction', true],
  ['Correction', true],
  ['sig:update', false],
  ['sig:uncorrection', false],
  ['', false],
  [null, false],
])('the signal %j says a correction: %j', (signal, expected) => {
  expect(saysCorrection(signal)).toBe(expected);
});

test.each([
  [{ signals: ['sig:correction'] }, true],
  [{ signal: [{ code: 'sig:update' }, { code: 'sig:correction' }] }, true],
  [{ signal: 'sig:update' }, false],
  [{ signals: [1, null, {}] }, false],
  [{}, false],
])('a ninjs item with %j says a correction: %j', (members, expected) => {
  const item = { uri: 'urn:1', headline: 'Tin', body_text: 'Nội dung.', ...members };
  expect(readNinjsItem(item, 'item 1', null)).toMatchObject({ isCorrection: expected });
});
