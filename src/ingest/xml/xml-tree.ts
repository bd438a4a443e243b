import { Refusal } from '../../refusal.js';
import { nameSpace, type NameScope } from './name-space.js';
import { XmlElement } from './xml-element.js';

/** Deeper elements are not built, their text is kept. Real feeds stay under 40. */
const DEEPEST = 200;

/** HTML elements without an end tag, which sloppy feeds write as they are. */
const VOID = new Set(['br', 'hr', 'img', 'input', 'wbr']);

/** What holds text only: when another of a feed's own words opens inside one, its end tag was forgotten. */
const TEXT_ONLY = new Set(['title', 'link', 'guid', 'pubdate', 'id', 'updated', 'published']);
const ITEMS = new Set(['item', 'entry']);

interface Open {
  tag: string;
  element: XmlElement;
  scope: NameScope | null;
}

/** A tree that grows tag by tag, whatever tags come: each takes the same time, however deep it stands. */
export class XmlTree {
  readonly document = new XmlElement('', '', null, new Map());
  private readonly open: Open[] = [];
  /** How many elements of a tag are open: a stray end tag must not search all of them. */
  private readonly opened = new Map<string, number>();
  private readonly tooDeep = new Map<string, number>();
  private built = 0;

  constructor(
    private readonly home: 'rss' | 'atom',
    private readonly most: number,
  ) {}

  text(text: string): void {
    const { children } = this.innermost;
    const before = children.at(-1);
    if (typeof before === 'string') children[children.length - 1] = before + text;
    else children.push(text);
  }

  /** @throws Refusal PAYLOAD_TOO_LARGE where there are more elements than the tree may have. */
  start(tag: string, attributes: ReadonlyMap<string, string>, selfClosed: boolean): void {
    if (++this.built > this.most) throw tooMany(this.most);
    const around = this.open.at(-1)?.scope ?? null;
    const declared = declarations(attributes);
    const scope = declared === null ? around : { declared, around };
    const colon = tag.indexOf(':');
    const space = nameSpace(colon < 0 ? '' : tag.slice(0, colon), scope, this.home);
    const name = tag.slice(colon + 1);

    if (space === '' && this.forgotEndTag(name)) this.pop();
    if (space === '' && ITEMS.has(name) && ITEMS.has(this.innermost.word)) this.pop();
    const closed = selfClosed || VOID.has(name);
    if (this.open.length >= DEEPEST) {
      if (!closed) count(this.tooDeep, tag, 1);
      return;
    }
    const element = new XmlElement(space, name, this.innermost, attributes);
    this.innermost.children.push(element);
    if (closed) return;
    this.open.push({ tag, element, scope });
    count(this.opened, tag, 1);
  }

  end(tag: string): void {
    if ((this.tooDeep.get(tag) ?? 0) > 0) count(this.tooDeep, tag, -1);
    else if ((this.opened.get(tag) ?? 0) > 0) while (this.pop() !== tag);
  }

  /** Nothing more comes: what is still open was cut off. */
  finish(): XmlElement {
    for (const { element } of this.open) element.cutOff = true;
    return this.document;
  }

  private get innermost(): XmlElement {
    return this.open.at(-1)?.element ?? this.document;
  }

  private pop(): string {
    const { tag } = this.open.pop()!;
    count(this.opened, tag, -1);
    this.tooDeep.clear();
    return tag;
  }

  private forgotEndTag(name: string): boolean {
    return TEXT_ONLY.has(this.innermost.word) && (TEXT_ONLY.has(name) || ITEMS.has(name) || name === 'description');
  }
}

function count(counts: Map<string, number>, tag: string, change: number): void {
  counts.set(tag, (counts.get(tag) ?? 0) + change);
}

/** The namespaces that an element declares, by prefix; null for none. */
function declarations(attributes: ReadonlyMap<string, string>): Map<string, string> | null {
  const declared = new Map<string, string>();
  for (const [name, value] of attributes) {
    if (name === 'xmlns') declared.set('', value);
    else if (name.startsWith('xmlns:')) declared.set(name.slice('xmlns:'.length), value);
  }
  return declared.size === 0 ? null : declared;
}

function tooMany(elements: number): Refusal {
  return new Refusal(
    'PAYLOAD_TOO_LARGE',
    `The feed has more than ${elements} XML elements. Split it into smaller files.`,
  );
}
