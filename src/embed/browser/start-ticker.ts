/// <reference lib="dom" />

/** Pixels that a ticker passes in a second: slow enough to be read in any script. */
export const TICKER_PACE = 40;

/** Lets a ticker pass, with a button to stop it (WCAG 2.2, 2.2.2), unless the visitor wants no motion. */
export function startTicker(feed: Element, labels: { pause: string; play: string }): void {
  const rows = feed.querySelector('.rows');
  const list = feed.querySelector<HTMLElement>('.list');
  const button = feed.querySelector<HTMLElement>('.pause');
  if (!rows || !list || !button) return;

  rows.setAttribute('tabindex', '0');
  rows.setAttribute('role', 'group');
  rows.setAttribute('aria-label', feed.getAttribute('aria-label') ?? '');
  const still = matchMedia('(prefers-reduced-motion: reduce)');
  const seconds = (): number => Math.ceil(Math.max(list.scrollWidth - rows.clientWidth, 0) / TICKER_PACE) + 5;
  const move = (isMoving: boolean): void => {
    list.style.setProperty('--seconds', `${seconds()}s`);
    feed.classList.toggle('moving', isMoving);
    button.textContent = isMoving ? labels.pause : labels.play;
  };
  const follow = (): void => {
    button.hidden = still.matches;
    move(!still.matches);
  };
  button.addEventListener('click', () => move(!feed.classList.contains('moving')));
  still.addEventListener('change', follow);
  follow();
}
