import { detectFormat } from '../../../src/ingest/formats/detect-format.js';

test.each([
  ['<rss version="2.0"><channel/></rss>', 'rss'],
  ['\n\n<?xml version="1.0"?><!-- a <feed> --><RSS/>', 'rss'],
  ['<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"/>', 'rss'],
  ['<br />\n<b>Warning</b>: something in <b>/feed.php</b><br />\n<rss/>', 'rss'],
  ['<!DOCTYPE rss [<!ENTITY a "b"><!ENTITY c "<feed>">]><rss/>', 'rss'],
  ['<feed xmlns="http://www.w3.org/2005/Atom"/>', 'atom'],
  ['<a:feed xmlns:a="http://www.w3.org/2005/Atom"/>', 'atom'],
  ['<entry xmlns="http://www.w3.org/2005/Atom"/>', 'atom'],
  ['<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/"/>', 'newsml-g2'],
  ['<newsMessage/>', 'newsml-g2'],
  ['{"version":"https://jsonfeed.org/version/1.1","items":[]}', 'json-feed'],
  ['{"title":"x","items":[{"id":"1","content_text":"a"}]}', 'json-feed'],
  ['{"uri":"urn:x:1","type":"text","headline":"a"}', 'ninjs'],
  ['[{"uri":"urn:x:1","versionCreated":"2026-01-05T08:30:00Z"}]', 'ninjs'],
  ['{"data":{"items":[{"uri":"urn:x:1","bodies":[]}]}}', 'ninjs'],
  ['[{"id":1,"title":{"rendered":"a"}}]', 'wordpress'],
  ['{"id":1,"content":{"rendered":"a","protected":false}}', 'wordpress'],
  ['[]', 'wordpress'],
])('%.50s is told by what it says', (text, format) => {
  expect(detectFormat(text)).toBe(format);
});

test.each([
  '<html><body><feed></feed></body></html>',
  '<!DOCTYPE html><p>Not found',
  '<opml version="2.0"/>',
  '<!-- nothing else -->',
  'rss',
  '{"code":"rest_no_route","message":"No route"}',
  '{"items":',
  '["a", 1, null]',
  '',
])('%.50s is no format that is read', text => {
  expect(detectFormat(text)).toBeNull();
});
