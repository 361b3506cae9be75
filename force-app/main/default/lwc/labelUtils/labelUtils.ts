/**
 * Fills the places `{0}`, `{1}`, … of a label. Translators may move a place or use it twice;
 * a place without a value stays as it is.
 */
export function fillLabel(label: string, ...values: (string | number)[]): string {
    return label.replace(/\{(\d+)\}/g, (place, index: string) => String(values[Number(index)] ?? place));
}
