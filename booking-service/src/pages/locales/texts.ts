import { de } from './de.ts';
import { en } from './en.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';
import { ja } from './ja.ts';

/** Every text of the pages in one language; a further locale is an object of this type. */
export type Texts = typeof en;

const TABLES: Readonly<Record<string, Texts>> = { en, de, es, fr, ja };
const FALLBACK = 'en';

/** The texts for a BCP 47 tag: its language's, else English. */
export function texts(locale: string): Texts {
    return TABLES[languageOf(locale)] ?? en;
}

/**
 * The locale to write a page in: the visitor's most wanted one whose language we have, with its region, so that
 * British and American readers get their own clock and date order. Takes an `Accept-Language` header.
 */
export function chooseLocale(acceptLanguage: string | undefined): string {
    const wanted = (acceptLanguage ?? '')
        .split(',')
        .slice(0, 20)
        .map(parseLanguageRange)
        .filter(({ quality }) => quality > 0)
        .sort((a, b) => b.quality - a.quality);
    return wanted.find(({ locale }) => languageOf(locale) in TABLES)?.locale ?? FALLBACK;
}

function parseLanguageRange(range: string): { locale: string; quality: number } {
    const [tag = '', ...parameters] = range.trim().split(';');
    const weight = parameters
        .find((parameter) => parameter.trim().startsWith('q='))
        ?.trim()
        .slice(2);
    const quality = weight === undefined ? 1 : Number(weight);
    const match = /^([a-z]{2,3})(?:-([a-z]{2}))?$/i.exec(tag.trim());
    if (!match?.[1] || Number.isNaN(quality)) return { locale: FALLBACK, quality: 0 };
    const region = match[2]?.toUpperCase();
    const language = match[1].toLowerCase();
    return { locale: region === undefined ? language : `${language}-${region}`, quality };
}

function languageOf(locale: string): string {
    return locale.split('-', 1)[0]?.toLowerCase() ?? FALLBACK;
}
