/** Scheme and host of a web address; undefined for anything else. */
export function originOf(text: string): string | undefined {
    return /^https?:\/\/[^/?#\s]+/i.exec(text)?.[0].toLowerCase();
}
