/** Letters a spreadsheet takes for the beginning of a formula. */
const FORMULA_START = /^[=+\-@\t\r]/;
/** Spreadsheets read a file as UTF-8 only when it says so. */
export const BYTE_ORDER_MARK = '\ufeff';

/** A line of a CSV file (RFC 4180) whose cells are text in every spreadsheet, never formulas. */
export function csvLine(cells: readonly (string | null | undefined)[]): string {
    return `${cells.map((cell) => quoted(cell ?? '')).join(',')}\r\n`;
}

function quoted(text: string): string {
    const harmless = FORMULA_START.test(text) ? `'${text}` : text;
    return `"${harmless.replaceAll('"', '""')}"`;
}
