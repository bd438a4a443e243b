import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { z } from 'zod';

const DEMO = join(import.meta.dirname, '../demo');
const VOCABULARY = join(import.meta.dirname, '../vocabulary');

const Named = z.object({ uri: z.string().optional(), literal: z.string() });
const Item = z.object({
  uri: z.url({ protocol: /^https$/, hostname: /\.example$/ }),
  language: z.string(),
  altIds: z.array(z.object({ role: z.string(), value: z.string() })),
  subjects: z.array(Named).min(1),
  events: z.array(Named).default([]),
  associations: z
    .array(
      z.object({
        descriptions: z.array(z.object({ role: z.string(), value: z.string().min(1) })),
        renditions: z.array(z.object({ href: z.string() })),
      }),
    )
    .default([]),
});

const files = readdirSync(join(DEMO, 'articles'), { recursive: true, encoding: 'utf8' }).filter(name =>
  name.endsWith('.json'),
);
const stories = files.map(file => ({ file, items: z.array(Item).parse(readJson(join(DEMO, 'articles', file))) }));
const pictures = readdirSync(join(DEMO, 'pictures'));

test('a demo story lies in the folder of its source, once in each of its languages', () => {
  const sources = slugsOf('sources.json');

  expect(stories.filter(({ file }) => !sources.has(dirname(file)))).toEqual([]);
  for (const { file, items } of stories) {
    const story = file.slice(dirname(file).length + 1, -'.json'.length);
    expect(items.map(({ uri }) => uri)).toEqual(
      items.map(item => `https://${dirname(file)}.example/${item.language}/${story}`),
    );
    expect(new Set(items.map(({ language }) => language)).size).toBe(items.length);
    for (const { altIds } of items) expect(altIds).toContainEqual({ role: 'story', value: story });
  }
});

test('demo stories are filed under topics and events of the vocabulary', () => {
  const topics = slugsOf('topics.json');
  const events = slugsOf('events.json');
  const items = stories.flatMap(story => story.items);

  expect(items.flatMap(({ subjects }) => subjects).filter(({ literal }) => !topics.has(literal))).toEqual([]);
  expect(items.flatMap(item => item.events).filter(({ literal }) => !events.has(literal))).toEqual([]);
});

test('every picture of a demo story is there, with an alternative text and a caption', () => {
  for (const { descriptions, renditions } of stories.flatMap(({ items }) => items).flatMap(item => item.associations)) {
    expect(descriptions.map(({ role }) => role).toSorted()).toEqual(['altText', 'caption']);
    expect(renditions.filter(({ href }) => !pictures.includes(href.replace(/^pictures\//, '')))).toEqual([]);
  }
});

test.each(pictures)('the picture %s is small, and draws shapes and nothing else', name => {
  const text = readFileSync(join(DEMO, 'pictures', name), 'utf8');
  const elements = new Set([...text.matchAll(/<([^\s/>]+)/g)].map(([, element]) => element ?? ''));

  expect(Buffer.byteLength(text)).toBeLessThan(8_000);
  expect(text).toContain('viewBox="0 0 1200 675"');
  expect([...elements].filter(element => !SHAPES.has(element))).toEqual([]);
  expect(text).not.toMatch(/\s(on\w+|style|[\w:]*href)=|url\(|<!/i);
});

const SHAPES = new Set(['svg', 'g', 'path', 'rect', 'circle', 'ellipse', 'polygon']);

function slugsOf(name: string): Set<string> {
  return new Set(
    z
      .array(z.object({ slug: z.string() }))
      .parse(readJson(join(VOCABULARY, name)))
      .map(({ slug }) => slug),
  );
}

function readJson(path: string): unknown {
  return JSON.parse(readFileSync(path, 'utf8'));
}
