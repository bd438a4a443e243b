import cliProgress from 'cli-progress';
import { printNote } from './print.js';

/** Shows how far a long work is. */
export interface Progress {
  /** `total` is 0 while it is not known. */
  show(done: number, total: number, unit: string): void;
  end(): void;
}

/** Milliseconds between two plain lines where there is no terminal. */
const LINE_EVERY_MS = 5_000;

/** A bar with its rate and the time left on a terminal, a plain line every few seconds elsewhere; all on standard error. */
export function startProgress(what: string): Progress {
  return process.stderr.isTTY ? bar(what) : lines(what);
}

function bar(what: string): Progress {
  const shown = new cliProgress.SingleBar(
    {
      format: `${what} {bar} {percentage}% | {value}/{total} {unit} | {rate}/s | {eta_formatted} left`,
      hideCursor: true,
      clearOnComplete: false,
      etaBuffer: 50,
    },
    cliProgress.Presets.shades_classic,
  );
  const since = performance.now();
  let started = false;
  return {
    show(done, total, unit) {
      const payload = { unit, rate: rateOf(done, since) };
      if (!started) shown.start(Math.max(total, done, 1), done, payload);
      started = true;
      shown.setTotal(Math.max(total, done, 1));
      shown.update(done, payload);
    },
    end() {
      if (started) shown.stop();
    },
  };
}

function lines(what: string): Progress {
  const since = performance.now();
  let last = since;
  return {
    show(done, total, unit) {
      if (performance.now() - last < LINE_EVERY_MS) return;
      last = performance.now();
      printNote(`${what}: ${done}${total > 0 ? ` of ${total}` : ''} ${unit}, ${rateOf(done, since)} a second`);
    },
    end() {},
  };
}

function rateOf(done: number, since: number): number {
  return Math.round(done / Math.max((performance.now() - since) / 1_000, 0.001));
}
