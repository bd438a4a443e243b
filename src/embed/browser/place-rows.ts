/// <reference lib="dom" />

/** Puts rows into a list in their order. A row that stays is not touched: who stands on its link goes on standing there. */
export function placeRows(list: Element, rows: Element[]): void {
  const wanted = new Set(rows);
  const gone = Array.from(list.children).filter(row => !wanted.has(row));
  for (const row of gone) row.remove();
  for (const [index, row] of rows.entries()) {
    if (list.children[index] !== row) list.insertBefore(row, list.children[index] ?? null);
  }
}
