import type { BenchmarkRow } from './benchmarkRow.ts';

const HEADINGS = ['benchmark', 'value', 'unit', 'goal', 'met'] as const;

/** The rows as a table for a terminal. */
export function formatTable(rows: readonly BenchmarkRow[]): string {
    const cells = rows.map(({ name, value, unit, goal, isMet }) => [
        name,
        formatValue(value),
        unit,
        goal ?? '',
        isMet === undefined ? '' : isMet ? 'yes' : 'NO'
    ]);
    const widths = HEADINGS.map((heading, column) =>
        Math.max(heading.length, ...cells.map((row) => row[column]?.length ?? 0))
    );
    const line = (row: readonly string[]): string =>
        row
            .map((cell, column) => (column === 1 ? cell.padStart(widths[1] ?? 0) : cell.padEnd(widths[column] ?? 0)))
            .join('  ');
    return [line(HEADINGS), widths.map((width) => '─'.repeat(width)).join('  '), ...cells.map(line)].join('\n');
}

/** Three figures that count. */
function formatValue(value: number): string {
    return value >= 100 ? Math.round(value).toLocaleString('en-US') : value.toPrecision(3);
}
