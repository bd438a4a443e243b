/// <reference lib="dom" />

/** Makes an element of the page. Words become text, never markup. */
export function makeElement(
  tag: string,
  attributes: Record<string, string | number | null>,
  ...children: (HTMLElement | string)[]
): HTMLElement {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== null) element.setAttribute(name, String(value));
  }
  element.append(...children);
  return element;
}
