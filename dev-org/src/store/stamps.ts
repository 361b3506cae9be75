/** A moment as the platform stores and writes it: whole seconds, `2026-11-21T03:07:01.000+0000`. */
export function stamp(milliseconds: number): string {
    return new Date(Math.floor(milliseconds / 1000) * 1000).toISOString().replace('Z', '+0000');
}

/** What a stamp is long. */
const STAMP_LENGTH = 28;
const ZERO = '0'.charCodeAt(0);

/** Milliseconds since the epoch. Date.parse takes twice as long, and a page of a large company reads a million stamps. */
export function parseMoment(text: string): number {
    if (text.length !== STAMP_LENGTH || !text.endsWith('+0000')) return Date.parse(text);
    const two = (at: number): number => (text.charCodeAt(at) - ZERO) * 10 + text.charCodeAt(at + 1) - ZERO;
    const milliseconds = two(20) * 10 + text.charCodeAt(22) - ZERO;
    return Date.UTC(two(0) * 100 + two(2), two(5) - 1, two(8), two(11), two(14), two(17), milliseconds);
}
