import type { ByteWriter } from './byte-writer.js';
import type { Story } from './draw-story.js';
import type { Random } from './random.js';
import type { Writer } from './write-text.js';

const STANDARD = '{"name":"ninjs","version":"3.1","schema":"http://www.iptc.org/std/ninjs/ninjs-schema_3.1.json"}';
const REPORTERS = [
  'Lan Hương',
  'Minh Đức',
  'Mai Anh',
  'Quang Huy',
  'Thu Hà',
  'Somsack V.',
  'Anna Ivanova',
  'Marie Dupont',
];

/** Writes one article as a ninjs 3.1 item, on a line of its own. By hand and not with JSON.stringify: nothing in it has to be escaped. */
export function writeArticle(out: ByteWriter, story: Story, language: string, writer: Writer, random: Random): void {
  const { name, source, urgency, languages } = story;
  const publishedAt = story.publishedAt + languages.indexOf(language) * 3_600_000;
  const created = new Date(publishedAt).toISOString();
  const corrected = random.chance(0.05);
  const changed = corrected ? new Date(publishedAt + random.below(86_400_000)).toISOString() : created;

  out.text(
    `{"standard":${STANDARD},"uri":"${source.homepage}/${language}/${name}","type":"text","representationType":"full",` +
      `"version":"${corrected ? 2 : 1}","firstCreated":"${created}","versionCreated":"${changed}","contentCreated":"${created}",` +
      `"pubStatus":"usable","urgency":${urgency},"language":"${language}","altIds":[{"role":"story","value":"${name}"}],` +
      `"by":"${random.pick(REPORTERS)}","infoSources":[{"name":"${source.credit}","role":"publisher","uri":"${source.homepage}",` +
      `"literal":"${source.slug}"}],"copyrightHolder":"${source.credit}","usageTerms":"Free to republish with the credit line.",` +
      `"subjects":[${literals(story.topics, '')}],"events":[${literals(story.events, '')}],` +
      `"places":[${literals(story.countries, 'iso3166-1a2:')}],"headlines":[{"role":"main","contentType":"text/plain","value":"`,
  );
  writer.words(out, random, 6 + random.below(6));
  out.text('"}],"descriptions":[{"role":"summary","contentType":"text/plain","value":"');
  writer.words(out, random, 16 + random.below(12));
  out.text('"}],"bodies":[{"role":"main","contentType":"text/html","value":"');
  writeBody(out, source.homepage, writer, random);
  out.text('"}],"associations":[');
  for (let number = 1; number <= story.pictures; number += 1) writePicture(out, story, number, writer, random);
  out.text(']}\n');
}

/** Paragraphs of 2 to 4 sentences: 3 kB on average, between 1 and 6 kB. */
function writeBody(out: ByteWriter, homepage: string, writer: Writer, random: Random): void {
  for (let left = 2 + random.below(4) + random.below(4); left > 0; left -= 1) {
    out.text('<p>');
    for (let sentences = 2 + random.below(3); sentences > 0; sentences -= 1) writer.sentence(out, random);
    out.text('<strong>');
    writer.words(out, random, 5);
    out.text('</strong></p>');
    if (random.chance(0.15)) {
      out.text('<h2>');
      writer.words(out, random, 4);
      out.text('</h2>');
    }
  }
  out.text(`<p><a href=\\"${homepage}/more\\">`);
  writer.words(out, random, 3);
  out.text('</a></p>');
}

function writePicture(
  out: ByteWriter,
  { name, source, pictures }: Story,
  number: number,
  writer: Writer,
  random: Random,
): void {
  const uri = `${source.homepage}/pictures/${name}-${number}`;
  out.text(
    `{"name":"picture-${number}","uri":"${uri}","type":"picture","by":"${source.credit}","renditions":[{"name":"main","href":"${uri}.jpg",` +
      `"contentType":"image/jpeg","width":1200,"height":${675 + 25 * random.below(9)}}],` +
      '"descriptions":[{"role":"caption","contentType":"text/plain","value":"',
  );
  writer.words(out, random, 10);
  out.text('"},{"role":"altText","contentType":"text/plain","value":"');
  writer.words(out, random, 6);
  out.text(number < pictures ? '"}]},' : '"}]}');
}

function literals(slugs: string[], prefix: string): string {
  return slugs.map(slug => `{"name":"${slug}","literal":"${prefix}${slug}"}`).join(',');
}
