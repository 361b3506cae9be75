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
});
