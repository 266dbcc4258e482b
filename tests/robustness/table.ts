import { outcomes } from './oracle.ts';
import { sides, type Tally, totalOf } from './tally.ts';

/** The confusion table: the reader and the yardstick side by side, on the same pages. */
export function tableOf(tally: Tally): string {
  const rows = sides.flatMap((side) => [
    [side, 'Default Check', ...cells(tally.ours[side])],
    ['', 'yardstick', ...cells(tally.yardstick[side])],
  ]);
  return aligned([['pages', 'reader', ...outcomes, 'all'], ...rows]);
}

/** Which mutations, versions and so on cost most: how often the reading was unknown with each. */
export function costTableOf({ met }: Tally): string {
  const rows = [...met]
    .filter(([, { unknown }]) => unknown > 0)
    .toSorted(([, a], [, b]) => b.unknown - a.unknown)
    .map(([tag, { pages, unknown }]) => [tag, String(unknown), String(pages)]);
  return aligned([['what keeps the meaning, and was unknown', 'unknown', 'pages'], ...rows]);
}

function cells(counts: Tally['ours']['keeping']): string[] {
  return [...outcomes.map((outcome) => String(counts[outcome])), String(totalOf(counts))];
}

function aligned(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(...rows.map((row) => row[column]?.length ?? 0)),
  );
  const line = (row: readonly string[]) =>
    row
      .map((cell, column) =>
        isNumber(cell) ? cell.padStart(widths[column] ?? 0) : cell.padEnd(widths[column] ?? 0),
      )
      .join('  ')
      .trimEnd();
  return rows.map(line).join('\n');
}

function isNumber(cell: string): boolean {
  return /^\d+$/.test(cell);
}
