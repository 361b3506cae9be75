import { createHash } from 'node:crypto';

const DIGITS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

/**
 * Gives each custom object its key prefix (`a0B`; `m0B` for custom metadata).
 * Drawn from the name, so that adding an object leaves the ids of the others as they are.
 */
export function assignKeyPrefixes(objectNames: string[]): Map<string, string> {
    const taken = new Set<string>();
    const prefixes = new Map<string, string>();
    for (const name of [...objectNames].sort()) {
        const letter = name.endsWith('__mdt') ? 'm' : 'a';
        let seed = createHash('sha256').update(name).digest().readUInt16BE(0);
        while (taken.has(prefixOf(letter, seed))) seed += 1;
        taken.add(prefixOf(letter, seed));
        prefixes.set(name, prefixOf(letter, seed));
    }
    return prefixes;
}

function prefixOf(letter: string, seed: number): string {
    const base = DIGITS.length;
    return `${letter}${DIGITS.charAt(Math.floor(seed / base) % base)}${DIGITS.charAt(seed % base)}`;
}
