import { type ChartTexts, drawFrame, escape, FRAME, round, roundUp, yOf } from './chart-frame.js';

/** Lines over places that stand at equal distances; null where a line has a gap. */
export interface Lines extends ChartTexts {
  /** What is written below some of the places. */
  labels: (string | null)[];
  series: { name: string; values: (number | null)[] }[];
}

export function drawLines({ labels, series, ...texts }: Lines): string {
  const most = roundUp(Math.max(...series.flatMap(({ values }) => values.map(value => value ?? 0))));
  const { width, height, left, right, bottom } = FRAME;
  const step = (width - left - right - 40) / Math.max(labels.length - 1, 1);
  const xOf = (place: number): number => round(left + 20 + place * step);

  const lines = series.map(({ name, values }, number) => {
    const points = values.flatMap((value, place) => (value === null ? [] : [`${xOf(place)},${yOf(value, most)}`]));
    const dots = points.length > 20 ? '' : points.map(point => dot(point, number)).join('');
    return `<polyline class="l${number}" points="${points.join(' ')}"><title>${escape(name)}</title></polyline>${dots}`;
  });
  const below = labels.map((label, place) =>
    label === null
      ? ''
      : `<text x="${xOf(place)}" y="${height - bottom + 20}" text-anchor="middle">${escape(label)}</text>`,
  );
  return drawFrame(
    texts,
    series.map(({ name }) => name),
    most,
    [...lines, ...below].join('\n'),
  );
}

function dot(point: string, number: number): string {
  const [x, y] = point.split(',');
  return `<circle class="s${number}" cx="${x}" cy="${y}" r="4"/>`;
}
