/**
 * Where a manifest expects what its own parser made of a file, and the file says otherwise: the very difference that is ours,
 * and why (docs/decisions/0007-reading-feeds.md). Anything else about the same file is a failure like any other.
 */
export const KNOWN_DIFFERENCES = new Map<string, { difference: string; why: string }>([
  [
    'real/feed-rs__feed-rs_fixture_rss1_rss_1.0_debian.xml',
    { difference: 'language: expected null, read "en"', why: 'its root says xml:lang="en"' },
  ],
  [
    'real/feed-rs__feed-rs_fixture_rss2_rss_2.0_ilmessaggero.xml',
    {
      difference:
        'first date: expected null, read 1668555495; last date: expected null, read 1668555495; dated: expected 0, read 1',
      why: '"mer, 16 nov 2022" is a date, in Italian',
    },
  ],
  [
    'real/prof18__rssparser_src_commonTest_resources_feed-test-hindi-channel-image.xml',
    {
      difference:
        'first date: expected null, read 1611938520; last date: expected null, read 1611938520; dated: expected 0, read 1',
      why: '"Friday, January 29, 2021 04:42 PM" is a date',
    },
  ],
  [
    'suite/simplepie__tests_data_feed-utf16be.xml',
    {
      difference:
        'entries: expected 0, read 1; feed title: expected "", read "Test feed"; first title: expected "", read "Test feed title 1"; first id: expected null, read "http://example.net/tests/#1.1"; encoding: expected "utf-8", read "utf-16be"',
      why: 'it is sound UTF-16BE, with its one item',
    },
  ],
  ...['xml_ep_ep2_v4a', 'xml_v_v4'].map((name): [string, { difference: string; why: string }] => [
    `real/rometools__rome-modules_src_test_resources_${name}.xml`,
    {
      difference: 'feed title: expected "Phish - Coventry Live (the last *simulcast* concert)", read "playlist.xml"',
      why: 'the expected title is its item’s; the channel has one of its own',
    },
  ]),
  [
    'real/rometools__rome-modules_src_test_resources_xml_sunnyvale.xml',
    {
      difference: 'first date: expected 1200905760, read 1200934560; last date: expected 1200905760, read 1200934560',
      why: '"am PST" is 8 hours behind UTC, and the expected date leaves the zone out',
    },
  ],
  [
    'real/rometools__rome-modules_src_test_resources_xml_yweather.xml',
    {
      difference: 'first date: expected 1397981940, read 1398017940; last date: expected 1397981940, read 1398017940',
      why: '"pm CEST" is the afternoon, 2 hours ahead of UTC, and the expected date leaves both out',
    },
  ],
]);
