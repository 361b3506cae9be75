/** A Markdown table, its columns padded the way the formatter of this repository leaves them. */
export function markdownTable(columns: string[], rows: string[][]): string {
    const escaped = rows.map((row) => row.map((cell) => cell.replaceAll('|', '\\|')));
    const widths = columns.map((column, index) =>
        Math.max(3, column.length, ...escaped.map((row) => (row[index] ?? '').length))
    );
    const line = (cells: string[]): string =>
        `| ${cells.map((cell, index) => cell.padEnd(widths[index] ?? 0)).join(' | ')} |`;
    return [line(columns), line(widths.map((width) => '-'.repeat(width))), ...escaped.map(line)].join('\n');
}
