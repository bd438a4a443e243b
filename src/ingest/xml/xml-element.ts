/**
 * One element of a feed's tree, made to be asked by the words of feeds: names are lower case and without a prefix, and the
 * namespace is a short word (see name-space.ts), '' for the feed's own vocabulary.
 */
export class XmlElement {
  readonly children: (XmlElement | string)[] = [];
  /** The name with its namespace before it, as all() takes it. */
  readonly word: string;
  /** True where the file ended before the end tag. */
  cutOff = false;

  private words: Map<string, XmlElement[]> | null = null;

  constructor(
    readonly space: string,
    readonly name: string,
    readonly parent: XmlElement | null,
    /** By lower-case name as written, prefix included; the first of a name counts. */
    readonly attributes: ReadonlyMap<string, string>,
  ) {
    this.word = space === '' ? name : `${space}:${name}`;
  }

  /** An attribute's value without the white space around it; null where it is absent. */
  attribute(name: string): string | null {
    return this.attributes.get(name)?.trim() ?? null;
  }

  get elements(): XmlElement[] {
    return this.children.filter(child => child instanceof XmlElement);
  }

  /** The children of that name, written like 'title' (the feed's own) or 'dc:creator' (of a namespace we know). */
  all(...names: string[]): XmlElement[] {
    return names.flatMap(name => this.byWord.get(name) ?? []);
  }

  /** The children by their words, made when first asked for: an item is asked for some sixty. */
  private get byWord(): Map<string, XmlElement[]> {
    if (this.words !== null) return this.words;

    this.words = new Map();
    for (const child of this.elements) {
      const alike = this.words.get(child.word);
      if (alike === undefined) this.words.set(child.word, [child]);
      else alike.push(child);
    }
    return this.words;
  }

  /** The text of the first child that has any, the names tried in order; null for none. */
  textOf(...names: string[]): string | null {
    for (const child of this.all(...names)) {
      const text = child.text.trim();
      if (text !== '') return text;
    }
    return null;
  }

  /** The first element of one of those names, at any depth, in the order of the file; null for none. */
  find(...names: string[]): XmlElement | null {
    for (const child of this.elements) {
      const found = names.includes(child.word) ? child : child.find(...names);
      if (found !== null) return found;
    }
    return null;
  }

  /** All text inside, entities resolved, tags passed over. */
  get text(): string {
    let text = '';
    for (const child of this.children) text += typeof child === 'string' ? child : child.text;
    return text;
  }
}
