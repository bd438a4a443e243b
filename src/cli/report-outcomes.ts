import type { ArticleOutcome, ArticleResult } from '../ingest/store/article-outcome.js';
import { printJson, printLine, printNote } from './print.js';

/** Prints what becomes of items while it happens, and sums it up. */
export interface OutcomeReport {
  add(input: string, outcomes: ArticleOutcome[]): void;
  unreadable(input: string, problem: string): void;
  items(): number;
  summary(): string;
  isClean(): boolean;
}

export function reportOutcomes({
  json,
  verbose,
  dryRun,
}: {
  json?: boolean;
  verbose?: boolean;
  dryRun?: boolean;
}): OutcomeReport {
  const counts: Record<ArticleResult, number> = { stored: 0, updated: 0, unchanged: 0, rejected: 0 };
  let unreadable = 0;
  const items = (): number => Object.values(counts).reduce((sum, count) => sum + count, 0);

  return {
    items,
    add(input, outcomes) {
      for (const outcome of outcomes) {
        counts[outcome.result] += 1;
        if (json) printJson({ input, ...outcome });
        else if (verbose || outcome.result === 'rejected' || outcome.notes.length > 0) printLine(sentence(outcome));
      }
    },
    unreadable(input, problem) {
      unreadable += 1;
      if (json) printJson({ input, result: 'unreadable', reason: problem });
      else printNote(`${input}: ${problem}`);
    },
    summary() {
      const { stored, updated, unchanged, rejected } = counts;
      const unread = unreadable > 0 ? ` ${unreadable} ${unreadable === 1 ? 'input' : 'inputs'} could not be read.` : '';
      const undone = dryRun ? ' Nothing was kept: this was a dry run.' : '';
      return `${items()} items: ${stored} stored, ${updated} updated, ${unchanged} unchanged, ${rejected} rejected.${unread}${undone}`;
    },
    isClean: () => counts.rejected === 0 && unreadable === 0,
  };
}

function sentence({ label, result, reason, notes }: ArticleOutcome): string {
  return [
    `${result.padEnd(9)}  ${label}`,
    ...[reason, ...notes].flatMap(text => (text === null ? [] : `           ${text}`)),
  ].join('\n');
}
