const LIGHT = colours('#1c1917', '#5b5550', '#fff', '#e3ddd4', '#a31f26', '#f1ece5');
const DARK = colours('#f5f5f4', '#b5aea8', '#1b1816', '#3b3531', '#ff9b94', '#2b2623');

/**
 * How an embed looks, in a page and in a frame alike. A page sets `--nhip-cau-ink`, `-soft`, `-paper`, `-line`, `-accent`, `-tint`,
 * `-font`, `-size` and `-radius`, and anything else by `::part()`. Nothing is inherited from the page but the language: a
 * page in capitals or with letters of 10 pixels does not change it. Rows have one height whatever they hold, so that nothing moves
 * when they come.
 */
export const EMBED_STYLE = `
:host{display:block}:host([hidden]){display:none}
.feed{all:initial;display:block;box-sizing:border-box;container-type:inline-size;padding:1em;color:var(--ink);background:var(--paper);
border:1px solid var(--line);border-radius:var(--nhip-cau-radius,.75em);
font:400 var(--nhip-cau-size,medium)/1.4 var(--nhip-cau-font,var(--letters));--letters:system-ui,"Segoe UI",Roboto,"Noto Sans",sans-serif;${LIGHT}}
.feed[data-theme=light]{color-scheme:light}.feed[data-theme=dark]{color-scheme:dark;${DARK}}
@media(prefers-color-scheme:dark){.feed[data-theme=auto]{color-scheme:dark;${DARK}}}
.feed *{box-sizing:border-box}
:is(.feed,.feed *):lang(lo){--letters:"Noto Sans Lao","Noto Sans Lao UI","Lao UI","Leelawadee UI","Lao Sangam MN","Phetsarath OT",sans-serif}
:is(.feed,.feed *):lang(km){--letters:"Noto Sans Khmer","Noto Sans Khmer UI","Khmer UI","Leelawadee UI","Khmer Sangam MN",sans-serif}
:is(.feed,.feed *):lang(th){--letters:"Noto Sans Thai","Noto Sans Thai UI","Leelawadee UI",Thonburi,sans-serif}
:is(.feed,.feed *):lang(zh){--letters:"PingFang SC","Microsoft YaHei","Noto Sans SC","Noto Sans CJK SC",sans-serif}
:is(.feed,.feed *):lang(ja){--letters:"Hiragino Sans","Yu Gothic UI",Meiryo,"Noto Sans JP","Noto Sans CJK JP",sans-serif;line-break:strict}
:is(.feed,.feed *):lang(ko){--letters:"Apple SD Gothic Neo","Malgun Gothic","Noto Sans KR","Noto Sans CJK KR",sans-serif;word-break:keep-all}
:is(.feed,.feed *):is(:lang(lo),:lang(km),:lang(th)){--leading:1.7;line-break:loose;word-break:normal}
:is(.feed,.feed *):lang(vi){--leading:1.4}
.feed [lang]{font-family:var(--nhip-cau-font,var(--letters))}
p,h1,figure{margin:0}a{color:inherit}
a:focus-visible,button:focus-visible,.rows:focus-visible,.feed:focus-visible{outline:2px solid var(--accent);outline-offset:2px}
.feed:focus:not(:focus-visible){outline:0}
.heading{font-weight:700;font-size:1.125em;line-height:1.7;white-space:nowrap;overflow:hidden;text-overflow:ellipsis;
border-block-end:2px solid var(--accent)}
.list{margin:0;padding:0;list-style:none}
.row{position:relative;overflow-wrap:break-word}
.picture{position:relative;overflow:hidden;background:var(--tint);border-radius:calc(var(--nhip-cau-radius,.75em)/2)}
.picture img{position:absolute;inset:0;width:100%;height:100%;object-fit:cover}
figcaption{position:absolute;inset-block-end:0;inset-inline-end:0;max-inline-size:100%;padding:.1em .5em;font-size:.6875em;color:#fff;background:#000c;
white-space:nowrap;overflow:hidden;text-overflow:ellipsis}
.words{min-inline-size:0;display:flex;flex-direction:column;gap:.25em}
.headline{font-weight:600;font-size:1.0625em;line-height:var(--leading,1.35);text-decoration:none;text-wrap:pretty;
display:-webkit-box;-webkit-box-orient:vertical;-webkit-line-clamp:2;overflow:hidden}
.headline[href]::after{content:"";position:absolute;inset:0}
.row:hover .headline{color:var(--accent);text-decoration:underline}
.row:focus-within{outline:2px solid var(--accent);outline-offset:-2px;border-radius:.375em}.row .headline:focus-visible{outline:0}
.lede{font-size:.875em;line-height:var(--leading,1.45);color:var(--soft);display:-webkit-box;-webkit-box-orient:vertical;-webkit-line-clamp:2;overflow:hidden}
.meta{font-size:.8125em;line-height:1.6;color:var(--soft);display:-webkit-box;-webkit-box-orient:vertical;-webkit-line-clamp:2;overflow:hidden}
.foot{display:flex;flex-wrap:wrap;justify-content:space-between;gap:0 1em;padding-block-start:.5em;font-size:.8125em;line-height:24px;color:var(--soft)}
.from{margin-inline-start:auto}.from a{display:inline-block;min-block-size:24px;color:var(--accent)}
.spare{visibility:hidden}
.awaited i{display:block;block-size:1em;border-radius:.25em;background:var(--tint)}.awaited i+i{inline-size:60%}
[data-layout=list] .row{block-size:7.5em;display:grid;grid-template-columns:6.5em minmax(0,1fr);gap:1em;align-items:center;border-block-end:1px solid var(--line)}
[data-layout=list] .picture{block-size:5em}
[data-layout=list] figcaption{font-size:.5625em}
[data-layout=cards] .list{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(15em,100%),1fr));gap:1em;padding-block:1em}
[data-layout=cards] .row{border:1px solid var(--line);border-radius:calc(var(--nhip-cau-radius,.75em)*.75);overflow:hidden}
[data-layout=cards] .picture{aspect-ratio:16/9;border-radius:0}
[data-layout=cards] .words{block-size:11.5em;padding:.75em}
[data-layout=cards]:is(:lang(lo),:lang(km),:lang(th)) .words{block-size:13em}
[data-layout=cards] .headline{-webkit-line-clamp:3}
[data-layout=cards] .meta{margin-block-start:auto;flex:none}
[data-layout=ticker]{display:grid;grid-template-columns:auto minmax(0,1fr) auto;column-gap:1em;align-items:center;padding-block:.25em}
[data-layout=ticker] .heading{max-inline-size:12em;border:0;color:var(--accent)}
[data-layout=ticker] .pause{grid-column:3;grid-row:1;min-block-size:24px;font:inherit;font-size:.8125em;color:inherit;background:none;border:1px solid var(--line);border-radius:.375em;cursor:pointer}
[data-layout=ticker] .rows{grid-column:2;grid-row:1;overflow-x:auto;scrollbar-width:thin;container-type:inline-size;block-size:3.5em}
[data-layout=ticker] .list{display:flex;gap:2.5em;inline-size:max-content;block-size:100%;align-items:center}
[data-layout=ticker] .row{display:flex;gap:.75em;align-items:baseline;white-space:nowrap}
[data-layout=ticker] .awaited i{inline-size:12em}[data-layout=ticker] .awaited .picture{display:none}
[data-layout=ticker] .headline{display:inline}
[data-layout=ticker] .foot{grid-column:1/-1;padding:0}[data-layout=ticker] .meta{display:block}
@container(max-width:30em){[data-layout=list] .row{grid-template-columns:5em minmax(0,1fr);gap:.75em}[data-layout=ticker] .heading{display:none}[data-layout=ticker] .rows{grid-column:1/3}}
@media(prefers-reduced-motion:no-preference){
.awaited i{animation:breathe 1.6s ease-in-out infinite alternate}
.moving .rows{overflow:hidden}.moving .list{animation:pass var(--seconds,40s) linear infinite alternate}
.moving .list:hover{animation-play-state:paused}.moving .rows:focus-within{overflow-x:auto}.moving .rows:focus-within .list{animation:none}}
@keyframes breathe{to{opacity:.45}}
@keyframes pass{5%{transform:none}95%,to{transform:translateX(min(0px,calc(100cqi - 100%)))}}
`;

function colours(ink: string, soft: string, paper: string, line: string, accent: string, tint: string): string {
  return Object.entries({ ink, soft, paper, line, accent, tint })
    .map(([name, colour]) => `--${name}:var(--nhip-cau-${name},${colour})`)
    .join(';');
}
