/** One character of a pattern, in lower case; undefined for any character. */
type Place = string | undefined;

/**
 * The test of a LIKE pattern: `%` for any text, `_` for one character, a backslash before either for itself, without
 * regard to case. A regular expression would take for ever over many `%`; this takes one pass.
 */
export function likePattern(pattern: string): (value: string) => boolean {
    const parts = readParts(pattern);
    if (parts.every((part) => !part.includes(undefined))) return plainPattern(parts.map((part) => part.join('')));
    const [first = [], ...rest] = parts;
    const last = rest.pop();
    return (value) => {
        const text = Array.from(value.toLowerCase());
        if (!standsAt(first, text, 0)) return false;
        if (last === undefined) return text.length === first.length;
        let from = first.length;
        for (const part of rest) {
            const at = find(part, text, from);
            if (at < 0) return false;
            from = at + part.length;
        }
        const end = text.length - last.length;
        return end >= from && standsAt(last, text, end);
    };
}

/** Without `_` whole texts are compared, which is several times as fast. */
function plainPattern([first = '', ...rest]: string[]): (value: string) => boolean {
    const last = rest.pop();
    return (value) => {
        const text = value.toLowerCase();
        if (last === undefined) return text === first;
        if (!text.startsWith(first)) return false;
        let from = first.length;
        for (const part of rest) {
            const at = text.indexOf(part, from);
            if (at < 0) return false;
            from = at + part.length;
        }
        return text.length - last.length >= from && text.endsWith(last);
    };
}

/** What stands between the `%` of a pattern. */
function readParts(pattern: string): Place[][] {
    let current: Place[] = [];
    const parts = [current];
    const characters = Array.from(pattern.toLowerCase());
    for (let index = 0; index < characters.length; index += 1) {
        const character = characters[index];
        if (character === '%') parts.push((current = []));
        else if (character === '_') current.push(undefined);
        else if (character === '\\' && index + 1 < characters.length) {
            index += 1;
            current.push(characters[index]);
        } else current.push(character);
    }
    return parts;
}

function standsAt(part: Place[], text: string[], at: number): boolean {
    if (at + part.length > text.length) return false;
    return part.every((place, offset) => place === undefined || place === text[at + offset]);
}

/** The leftmost place is as good as any: what follows has the most room then. */
function find(part: Place[], text: string[], from: number): number {
    for (let at = from; at + part.length <= text.length; at += 1) if (standsAt(part, text, at)) return at;
    return -1;
}
