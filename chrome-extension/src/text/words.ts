import type { EN } from './en.ts';

/** Every text of the extension in one language. */
export type Words = Record<keyof typeof EN, string>;

/** A text with its `{0}`, `{1}` filled in. */
export function fill(text: string, ...values: string[]): string {
    return text.replace(/\{(\d)\}/g, (place, index: string) => values[Number(index)] ?? place);
}
