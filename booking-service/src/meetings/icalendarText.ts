/** One content line of an iCalendar object, before it is folded (RFC 5545, 3.1). */
export interface CalendarLine {
    name: string;
    /** Parameters in order; an absent value leaves its parameter out. */
    parameters?: Record<string, string | undefined>;
    /** As it is to stand there: a text is escaped by `calendarText` first. */
    value: string;
}

const LONGEST_LINE_OCTETS = 75;

/** The lines with the ends and folds the format demands: CRLF everywhere, at most 75 octets, no character cut in two. */
export function writeCalendar(lines: readonly (CalendarLine | undefined)[]): string {
    return lines.map((line) => (line ? `${fold(writeLine(line))}\r\n` : '')).join('');
}

/** A text value: commas, semicolons, backslashes and line breaks are escaped (3.3.11). */
export function calendarText(text: string): string {
    return text.replace(/[\\;,]/g, (character) => `\\${character}`).replace(/\r\n|\r|\n/g, '\\n');
}

/** An instant in UTC: `20261123T093000Z`. */
export function calendarInstant(instant: Date): string {
    return `${instant.toISOString().slice(0, 19).replaceAll(/[-:]/g, '')}Z`;
}

function writeLine({ name, parameters = {}, value }: CalendarLine): string {
    const written = Object.entries(parameters).flatMap(([key, text]) =>
        text === undefined ? [] : [`;${key}=${writeParameter(text)}`]
    );
    return `${name}${written.join('')}:${value}`;
}

/** Quoted where it has to be; what no quotes can hold is written as RFC 6868 has it. */
function writeParameter(text: string): string {
    const safe = text
        .replaceAll('^', '^^')
        .replaceAll('"', "^'")
        .replace(/\r\n|\r|\n/g, '^n');
    return /^[A-Za-z0-9-]+$/.test(safe) ? safe : `"${safe}"`;
}

function fold(line: string): string {
    if (Buffer.byteLength(line) <= LONGEST_LINE_OCTETS) return line;
    let folded = '';
    let octets = 0;
    for (const character of line) {
        const size = Buffer.byteLength(character);
        if (octets + size > LONGEST_LINE_OCTETS) {
            folded += '\r\n ';
            octets = 1;
        }
        folded += character;
        octets += size;
    }
    return folded;
}
