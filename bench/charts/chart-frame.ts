/** What every chart has around its marks, in units of a drawing of 760 by 360. */
export const FRAME = { width: 760, height: 360, left: 70, right: 20, top: 64, bottom: 48 };

/** Colours that keep apart for eyes that see little of red or green (Okabe and Ito), on light and on dark ground. */
const SERIES = ['#0072b2', '#d55e00', '#009e73', '#cc79a7', '#8a6d00'];
const SERIES_ON_DARK = ['#56b4e9', '#e69f00', '#2fc79a', '#e79fc8', '#f0e442'];

/** What a chart shows: its title is read out, and so is what it tells. */
export interface ChartTexts {
  title: string;
  /** In a sentence, for those who cannot see it. */
  description: string;
  /** What is counted upwards, and in what. */
  unit: string;
}

/** The drawing as an SVG document, which follows whether the reader prefers dark pages. */
export function drawFrame(texts: ChartTexts, names: string[], most: number, marks: string): string {
  const { width, height, left, right, top } = FRAME;
  const lines = gridOf(most).map(value => {
    const y = yOf(value, most);
    return `<line class="grid" x1="${left}" x2="${width - right}" y1="${y}" y2="${y}"/><text x="${left - 8}" y="${y + 4}" text-anchor="end">${value.toLocaleString('en')}</text>`;
  });
  const legend = names.map((name, place) => {
    const x = left + place * 150;
    return `<rect class="s${place}" x="${x}" y="${top - 26}" width="12" height="12"/><text x="${x + 18}" y="${top - 16}">${escape(name)}</text>`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="title description">
<title id="title">${escape(texts.title)}</title>
<desc id="description">${escape(texts.description)}</desc>
<style>${styleOf()}</style>
<rect class="ground" width="${width}" height="${height}"/>
<text class="head" x="${left}" y="22">${escape(texts.title)}</text>
<text x="${width - right}" y="${top - 16}" text-anchor="end">${escape(texts.unit)}</text>
${[...legend, ...lines].join('\n')}
${marks}
</svg>
`;
}

/** Where a value stands, from nothing at the bottom. */
export function yOf(value: number, most: number): number {
  const { height, top, bottom } = FRAME;
  return round(height - bottom - (value / most) * (height - top - bottom));
}

export function round(number: number): number {
  return Math.round(number * 10) / 10;
}

export function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}

/** A round number that nothing is above, in four or five steps. */
export function roundUp(value: number): number {
  const step = stepFor(value);
  return Math.ceil(value / step) * step;
}

function gridOf(most: number): number[] {
  const step = stepFor(most);
  return Array.from({ length: Math.round(most / step) + 1 }, (_, place) => place * step);
}

function stepFor(most: number): number {
  const power = 10 ** Math.floor(Math.log10(most / 4));
  return [1, 2, 5, 10].map(times => times * power).find(step => most / step <= 5.5) ?? 10 * power;
}

function styleOf(): string {
  return `text{font:13px system-ui,sans-serif;fill:#333}.head{font-size:16px;font-weight:600}.value{font-size:11px}.ground{fill:#fff}.grid{stroke:#ddd}${coloursOf(SERIES)}
@media (prefers-color-scheme: dark){text{fill:#ddd}.ground{fill:#161b22}.grid{stroke:#3a4048}${coloursOf(SERIES_ON_DARK)}}`;
}

function coloursOf(series: string[]): string {
  return series
    .map((colour, place) => `.s${place}{fill:${colour}}.l${place}{stroke:${colour};fill:none;stroke-width:2.5}`)
    .join('');
}
