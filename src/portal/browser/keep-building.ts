/// <reference lib="dom" />

/** In the builder: shows what is chosen as soon as it is chosen, and copies. What is shown is written by the gateway alone. */
export function keepBuilding(): void {
  const form = document.querySelector<HTMLFormElement>('form.choices')!;
  const said = document.querySelector<HTMLElement>('#said')!;
  let building = new AbortController();

  const say = (words = ''): void => {
    said.textContent = ''; // The same words twice are told twice.
    requestAnimationFrame(() => (said.textContent = words));
  };
  const show = (): void => {
    for (const button of document.querySelectorAll<HTMLElement>('.copy')) button.hidden = false;
    const feed = document.querySelector<HTMLElement>('nhip-cau-feed')!;
    feed.style.cssText = feed.dataset['style'] ?? ''; // The page's policy forbids styles that are written into it.
  };
  const read = async (address: string): Promise<string | undefined> => {
    building.abort();
    const { signal } = (building = new AbortController());
    const answer = await fetch(address, { signal });
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    const made = page.querySelector('#made');
    if (!made) return page.querySelector('.reason')?.textContent ?? said.dataset['away'];
    for (const unused of made.querySelectorAll('noscript')) unused.remove();
    document.querySelector('#made')!.replaceWith(document.adoptNode(made));
    history.replaceState(null, '', address);
    show();
    return said.dataset['changed'];
  };
  const build = async (): Promise<void> => {
    if (!form.reportValidity()) return;
    const chosen = new URLSearchParams();
    for (const [name, value] of new FormData(form)) if (typeof value === 'string' && value) chosen.append(name, value);
    try {
      say(await read(`${form.action}?${chosen.toString()}`));
    } catch (error) {
      if (!(error instanceof DOMException && error.name === 'AbortError')) say(said.dataset['away']);
    }
  };
  const copy = async (button: HTMLElement): Promise<void> => {
    const field = document.querySelector<HTMLTextAreaElement>(`#${button.dataset['copies'] ?? ''}`)!;
    field.select();
    try {
      await navigator.clipboard.writeText(field.value); // There is none on pages without TLS.
      say(`${said.dataset['copied'] ?? ''} ${field.labels[0]?.textContent ?? ''}`);
    } catch {
      say(said.dataset['notCopied']);
    }
  };

  form.addEventListener('change', () => void build());
  form.addEventListener('submit', event => {
    event.preventDefault();
    void build();
  });
  document.addEventListener('click', ({ target }) => {
    const button = (target as Element).closest<HTMLElement>('.copy');
    if (button) void copy(button);
  });
  show();
}
