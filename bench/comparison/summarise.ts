import { geometricMean, median } from './median.js';
import type { Measurement } from './measure.js';

/** The medians of one server for one query. */
export interface Figures {
  perSecond: number;
  serverMicroseconds: number;
  postgresMicroseconds: number;
  statements: number;
  p50: number;
  p99: number;
}

export function figuresOf(measurements: Measurement[], server: string, what: string): Figures | null {
  const own = measurements.filter(each => each.server === server && each.what === what);
  if (own.length === 0) return null;
  const middle = (name: keyof Figures): number => median(own.map(each => each[name]));
  return {
    perSecond: middle('perSecond'),
    serverMicroseconds: middle('serverMicroseconds'),
    postgresMicroseconds: middle('postgresMicroseconds'),
    statements: middle('statements'),
    p50: middle('p50'),
    p99: middle('p99'),
  };
}

/** Every figure as Markdown: a table of requests a second, one of ratios to what the gateway is held against, and one of what a request costs. */
export function summarise(measurements: Measurement[]): string {
  const servers = [...new Set(measurements.map(({ server }) => server))];
  const whats = [...new Set(measurements.map(({ what }) => what))].toSorted();
  const of = (server: string, what: string): Figures | null => figuresOf(measurements, server, what);
  const row = (name: string, write: (what: string) => string): string =>
    `| ${name} | ${whats.map(write).join(' | ')} |`;
  const head = (title: string): string[] => [row(title, what => what), `|---|${whats.map(() => '--:').join('|')}|`];

  const speeds = servers.map(server => row(server, what => count(of(server, what)?.perSecond)));
  const costs = servers.map(server =>
    row(server, what => {
      const figures = of(server, what);
      return figures
        ? `${count(figures.serverMicroseconds)} + ${count(figures.postgresMicroseconds)}; ${figures.statements.toFixed(2)}`
        : '';
    }),
  );
  const waits = servers.map(server =>
    row(server, what => {
      const figures = of(server, what);
      return figures ? `${figures.p50.toFixed(0)} / ${figures.p99.toFixed(0)}` : '';
    }),
  );
  const ratios = RATIOS.filter(([one, other]) => servers.includes(one) && servers.includes(other)).map(
    ([one, other]) => {
      const each = whats.map(what => (of(one, what)?.perSecond ?? NaN) / (of(other, what)?.perSecond ?? NaN));
      const known = each.filter((ratio, place) => MEANT[other].includes(whats[place]!) && !Number.isNaN(ratio));
      return `| ${one} / ${other} | ${each.map(ratio => (Number.isNaN(ratio) ? '' : ratio.toFixed(2))).join(' | ')} | ${geometricMean(known).toFixed(2)} |`;
    },
  );
  const ratioHead = [
    `| ratio of medians | ${whats.join(' | ')} | geometric mean |`,
    `|---|${whats.map(() => '--:').join('|')}|--:|`,
  ];
  return [
    [...head('requests a second'), ...speeds].join('\n'),
    [...ratioHead, ...ratios].join('\n'),
    [...head('µs of CPU a request: server + PostgreSQL; statements'), ...costs].join('\n'),
    [...head('milliseconds: median / 99th of 100'), ...waits].join('\n'),
  ].join('\n\n');
}

const FIVE = ['Q1', 'Q2', 'Q3', 'Q4', 'Q5'];
/** What the geometric mean is of: P1 is a part of Q5, and changes are never kept. */
const MEANT = { mercurius: FIVE, postgraphile: FIVE, plain: [...FIVE, 'F1'] };

const RATIOS = [
  ['gateway', 'mercurius'],
  ['gateway', 'postgraphile'],
  ['cached', 'plain'],
] as const;

function count(number: number | undefined): string {
  return number === undefined ? '' : Math.round(number).toLocaleString('en');
}
