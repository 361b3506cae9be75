/** A length in words, "2 hours 30 minutes", with the plural forms of the language. */
export function formatDuration(minutes: number, language: string): string {
    const parts = [
        { value: Math.floor(minutes / 60), unit: 'hour' },
        { value: minutes % 60, unit: 'minute' }
    ];
    return parts
        .filter(({ value }) => value > 0)
        .map(({ value, unit }) =>
            new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay: 'long' }).format(value)
        )
        .join(' ');
}
