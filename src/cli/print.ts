/** Where a command writes: results to standard output, everything else to standard error. */
export function printLine(text: string): void {
  process.stdout.write(`${text}\n`);
}

export function printNote(text: string): void {
  process.stderr.write(`${text}\n`);
}

/** Rows as a table in columns; nothing where there are none. */
export function printTable(rows: Record<string, string | number | null>[]): void {
  const [first] = rows;
  if (!first) return;
  const columns = Object.keys(first);
  const width = (column: string): number =>
    Math.max(column.length, ...rows.map(row => String(row[column] ?? '–').length));
  const widths = new Map(columns.map(column => [column, width(column)]));
  const line = (cells: string[]): string =>
    cells
      .map((cell, place) => cell.padEnd(widths.get(columns[place]!)!))
      .join('  ')
      .trimEnd();

  printLine(line(columns));
  for (const row of rows) printLine(line(columns.map(column => String(row[column] ?? '–'))));
}

/** One JSON value a line (NDJSON), for machines. */
export function printJson(value: unknown): void {
  printLine(JSON.stringify(value));
}
