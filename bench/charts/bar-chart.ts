import { type ChartTexts, drawFrame, escape, FRAME, round, roundUp, yOf } from './chart-frame.js';

/** Bars in groups: a group for each name below, a bar in it for each series; null where there is nothing to show. */
export interface Bars extends ChartTexts {
  groups: string[];
  series: { name: string; values: (number | null)[] }[];
}

export function drawBars({ groups, series, ...texts }: Bars): string {
  const most = roundUp(Math.max(...series.flatMap(({ values }) => values.map(value => value ?? 0))));
  const { width, height, left, right, bottom } = FRAME;
  const room = (width - left - right) / groups.length;
  const bar = (room * 0.8) / series.length;

  const marks = groups.map((group, place) => {
    const from = left + place * room + room * 0.1;
    const bars = series.map(({ name, values }, number) => {
      const value = values[place] ?? null;
      if (value === null) return '';
      const [x, y] = [round(from + number * bar), yOf(value, most)];
      const said = Math.round(value).toLocaleString('en');
      return `<rect class="s${number}" x="${x}" y="${y}" width="${round(bar - 2)}" height="${round(height - bottom - y)}"><title>${escape(`${name}, ${group}: ${said}`)}</title></rect><text class="value" x="${round(x + bar / 2 - 1)}" y="${y - 4}" text-anchor="middle">${said}</text>`;
    });
    return `${bars.join('')}<text x="${round(from + room * 0.4)}" y="${height - bottom + 20}" text-anchor="middle">${escape(group)}</text>`;
  });
  return drawFrame(
    texts,
    series.map(({ name }) => name),
    most,
    marks.join('\n'),
  );
}
