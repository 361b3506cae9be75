/** Control characters, line separators, and the marks that turn the direction of what follows. */
const HOSTILE = /[\u0000-\u001f\u007f-\u009f\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069]+/g;
const HOSTILE_BUT_NEWLINE =
    /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069]+/g;

/** A text that stays in its place: one line, cut to a length, that cannot end a header or turn the words around it. */
export function plainLine(text: string, longest = 200): string {
    return shorten(text.replace(HOSTILE, ' ').replace(/ {2,}/g, ' ').trim(), longest);
}

/** The same for several lines. */
export function plainText(text: string, longest = 10_000): string {
    const lines = text.replace(/\r\n?/g, '\n').replace(HOSTILE_BUT_NEWLINE, ' ');
    return shorten(lines.trim(), longest);
}

/** Counts characters as people do, so that none is cut in two. */
function shorten(text: string, longest: number): string {
    if (text.length <= longest) return text;
    let kept = '';
    for (const { segment } of GRAPHEMES.segment(text)) {
        if (kept.length + segment.length > longest - 1) break;
        kept += segment;
    }
    return `${kept.trimEnd()}…`;
}

const GRAPHEMES = new Intl.Segmenter();
