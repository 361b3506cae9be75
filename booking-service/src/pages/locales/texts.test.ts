import { chooseLocale, texts } from './texts.ts';

describe('chooseLocale', () => {
    it.each([
        ['en-GB,en;q=0.9', 'en-GB'],
        ['xx-YY, en-us;q=0.8', 'en-US'],
        ['en;q=0.5, en-AU;q=0.7', 'en-AU'],
        ['EN', 'en'],
        ['en;q=0', 'en'],
        ['*', 'en'],
        ['en-GB;q=nonsense', 'en'],
        ['de-AT,de;q=0.9,en;q=0.8', 'de-AT'],
        ['it, fr-CH;q=0.9, en;q=0.8', 'fr-CH'],
        ['ja', 'ja'],
        ['__proto__, constructor', 'en'],
        ['', 'en'],
        [undefined, 'en']
    ])('takes %p for %s', (header, locale) => {
        expect(chooseLocale(header)).toBe(locale);
    });
});

describe('texts', () => {
    it('speaks English where a language is not there yet', () => {
        expect(texts('xx-YY')).toBe(texts('en-GB'));
    });

    it.each([
        [1, '1 minute'],
        [30, '30 minutes'],
        [60, '1 hour'],
        [150, '2 hours 30 minutes']
    ])('says %i minutes as %s', (minutes, text) => {
        expect(texts('en').duration(minutes)).toBe(text);
    });

    it.each([
        ['de', '1 Stunde 30 Minuten'],
        ['fr', '1 heure 30 minutes'],
        ['es', '1 hora 30 minutos'],
        ['ja', '1 時間 30 分']
    ])('counts hours and minutes in %s', (locale, text) => {
        // Some languages put a no-break space between number and unit.
        expect(texts(locale).duration(90).replace(/\s/g, ' ')).toBe(text);
    });

    it.each(['de', 'fr', 'es', 'ja'])('leaves no English sentence in %s', (locale) => {
        const sentences = (table: object): string[] =>
            Object.values(table).flatMap((text: unknown) => {
                if (typeof text === 'string') return [text];
                return typeof text === 'object' && text !== null ? sentences(text) : [];
            });
        const english = new Set(sentences(texts('en')).filter((sentence) => sentence.includes(' ')));
        expect(sentences(texts(locale)).filter((sentence) => english.has(sentence))).toEqual([]);
    });
});
