import { holdsLines } from '../../../src/ingest/formats/holds-lines.js';

test.each([
  ['two objects, a line each', '{"uri":"a"}\n{"uri":', true],
  ['with a byte order mark, ends of Windows and an empty line', '\ufeff\r\n{"uri":"a"}\r\n\r\n{', true],
  ['an object over many lines', '{\n  "uri": "a"\n}\n', false],
  ['an object of objects over many lines', '{\n{\n', false],
  ['a list', '[{"uri":"a"},\n{"uri":"b"}]', false],
  ['XML', '<rss>\n{', false],
  ['an object and something else', '{"uri":"a"}\nx', false],
  ['an object without an end', '{"uri":"a', null],
  ['one object', '{"uri":"a"}\n', null],
  ['nothing but space', ' \n', null],
])('%s', (_, text, answer) => {
  expect(holdsLines(Buffer.from(text))).toBe(answer);
});
