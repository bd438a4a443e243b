import { createHash } from 'node:crypto';

/** The style of every page: few tokens, light and dark, from a phone to paper. Scripts with marks above and below get taller lines. */
export const PAGE_STYLE = `
:root { color-scheme: light dark; --ink: light-dark(#1c1917, #f5f5f4); --soft: light-dark(#57534e, #b5afa9);
  --paper: light-dark(#fdfcfa, #171412); --card: light-dark(#fff, #221e1b); --line: light-dark(#e7e2da, #3b3531);
  --red: light-dark(#a81f26, #ff8f87);
  --text: 'Noto Sans', 'Be Vietnam Pro', system-ui, 'Noto Sans Lao', 'Noto Sans Khmer', 'Noto Sans Thai', 'Phetsarath OT', 'Leelawadee UI', sans-serif;
  --read: 'Noto Serif', Georgia, 'Times New Roman', 'Noto Serif Lao', 'Noto Serif Khmer', 'Noto Serif Thai', serif; }
* { box-sizing: border-box; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 1.0625rem/1.6 var(--text); overflow-wrap: break-word; }
main, header, footer { max-width: 60rem; margin: 0 auto; padding: 1.5rem clamp(1.25rem, 5vw, 3rem); }
header { display: flex; flex-wrap: wrap; gap: 0.75rem 1.5rem; align-items: baseline; justify-content: space-between; }
header a { color: inherit; font-weight: 700; text-decoration: none; }
a { color: var(--red); text-underline-offset: 0.15em; }
a:focus-visible, button:focus-visible, input:focus-visible, select:focus-visible, summary:focus-visible, textarea:focus-visible { outline: 0.2rem solid var(--red); outline-offset: 0.15rem; }
h1 { margin: 0.5rem 0 1rem; font-size: clamp(1.75rem, 5vw, 2.75rem); line-height: 1.2; text-wrap: balance; }
h2 { margin: 2.5rem 0 0.75rem; font-size: 1.25rem; }
.lead { max-width: 44rem; margin: 0 0 1.5rem; font-size: clamp(1.125rem, 2.6vw, 1.3rem); color: var(--soft); }
.soft, time { color: var(--soft); font-size: 0.9375rem; }
form { display: flex; gap: 0.5rem; max-width: 40rem; }
input, select { flex: 1; min-width: 0; max-width: 100%; padding: 0.6rem 0.8rem; border: 1px solid var(--soft); border-radius: 0.5rem; background: var(--card); color: inherit; font: inherit; }
button { padding: 0.6rem 1rem; border: 0; border-radius: 0.5rem; background: var(--red); color: var(--paper); font: inherit; font-weight: 600; cursor: pointer; }
.list { margin: 0; padding: 0; list-style: none; }
.list > li { padding: 1rem 0; border-top: 1px solid var(--line); }
.headline { margin: 0; font-size: 1.125rem; line-height: 1.4; }
.headline a { color: inherit; text-decoration: none; }
.headline a:hover { text-decoration: underline; }
.list p { margin: 0.25rem 0; }
.columns { columns: 15rem; column-gap: 2rem; margin: 0; padding: 0; list-style: none; }
.columns li { padding: 0.3rem 0; break-inside: avoid; }
.deeper { padding-left: 1rem; }
.deeper > li { border: 0; }
summary h2 { display: inline; }
article { max-width: 42rem; font-family: var(--read); font-size: 1.125rem; line-height: 1.75; }
article h1, article h2, article header, article footer, article .soft { font-family: var(--text); }
article img { max-width: 100%; height: auto; border-radius: 0.5rem; }
figure { margin: 1.5rem 0; }
figcaption { color: var(--soft); font: 0.9375rem/1.5 var(--text); }
aside { padding: 0.25rem 1rem; border-left: 0.25rem solid var(--red); background: var(--card); font: 1rem/1.6 var(--text); }
blockquote { margin: 1.5rem 0; padding-left: 1rem; border-left: 0.25rem solid var(--line); }
pre, textarea { width: 100%; margin: 0; padding: 1rem; overflow-x: auto; border: 1px solid var(--line); border-radius: 0.5rem; background: var(--card); color: inherit; font: 0.875rem/1.6 ui-monospace, monospace; }
textarea { min-height: 8rem; resize: vertical; }
.links { display: flex; flex-wrap: wrap; gap: 0.25rem 1rem; margin: 0; padding: 0; list-style: none; }
dl { display: grid; grid-template-columns: minmax(0, max-content) minmax(0, 1fr); gap: 0.5rem 1.5rem; }
dd { margin: 0; }
code { font: 0.875rem/1.6 ui-monospace, monospace; }
.action { display: inline-block; padding: 0.5rem 1rem; border: 0.125rem solid var(--red); border-radius: 0.5rem; font-weight: 600; text-decoration: none; }
.builder { display: grid; gap: 2rem 2.5rem; grid-template-columns: minmax(0, 1fr); }
.choices { display: grid; gap: 1rem; max-width: none; align-content: start; }
.choices label { display: grid; gap: 0.25rem; font-weight: 600; }
.choices input, .choices select { width: 100%; font-weight: 400; }
fieldset { display: flex; flex-wrap: wrap; gap: 0.25rem 1rem; min-width: 0; margin: 0; padding: 0; border: 0; }
legend { padding: 0; font-weight: 600; }
.choices fieldset label { display: flex; gap: 0.4rem; align-items: center; min-height: 1.75rem; font-weight: 400; }
.choices input[type='radio'] { flex: none; width: 1.25rem; height: 1.25rem; margin: 0; accent-color: var(--red); }
.choices input[type='color'] { width: 4rem; height: 2.75rem; padding: 0.25rem; }
.builder h2:first-child { margin-top: 0; }
.builder iframe { width: 100%; border: 0; }
.box { display: grid; grid-template-columns: minmax(0, 1fr) auto; gap: 0.4rem 1rem; align-items: center; margin: 1rem 0; }
.box label { font-weight: 600; }
.box textarea { grid-column: 1 / -1; min-height: 0; max-height: 24rem; field-sizing: content; }
.copy { padding: 0.25rem 0.8rem; font-size: 0.9375rem; }
#said { position: fixed; inset: auto 1rem 1rem; width: fit-content; max-width: calc(100% - 2rem); margin: 0 auto; padding: 0.5rem 1rem; border-radius: 0.5rem; background: var(--ink); color: var(--paper); }
#said:empty { padding: 0; }
@media (max-width: 40rem) { dl { grid-template-columns: minmax(0, 1fr); gap: 0; } dd { margin-bottom: 0.75rem; } }
@media (min-width: 56rem) { .builder { grid-template-columns: 17rem minmax(0, 1fr); } }
:lang(lo), :lang(km), :lang(th), :lang(my) { line-height: 1.9; letter-spacing: 0; }
:lang(lo), :lang(km), :lang(th) { line-break: strict; }
@media print { header, footer, form, .feeds, details { display: none; } body { background: none; color: #000; } }
@media (prefers-reduced-motion: no-preference) { html { scroll-behavior: smooth; } }
`;

/** Where it is: another address for another style, so that it may be kept for ever. */
export const PAGE_STYLE_PATH = `/pages-${createHash('sha256').update(PAGE_STYLE).digest('hex').slice(0, 16)}.css`;
