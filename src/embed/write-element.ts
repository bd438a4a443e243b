import { escapeHtml } from '../content/escape-html.js';
import type { Make } from './embed-view.js';

/** Markup that is written already. */
export class Markup {
  constructor(readonly html: string) {}
}

/** What has no end tag (HTML Living Standard, 13.1.2), among what embeds are made of. */
const VOID = new Set(['img', 'link', 'meta']);

/** Makes an element as text. Words and values are escaped. */
export const writeElement: Make<Markup> = (tag, attributes, ...children) => {
  const said = Object.entries(attributes).flatMap(([name, value]) =>
    value === null ? [] : [` ${name}="${escapeHtml(String(value))}"`],
  );
  const inside = children.map(child => (child instanceof Markup ? child.html : escapeHtml(child)));
  return new Markup(`<${tag}${said.join('')}>${VOID.has(tag) ? '' : `${inside.join('')}</${tag}>`}`);
};
