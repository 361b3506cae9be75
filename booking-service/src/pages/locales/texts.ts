import { de } from './de.ts';
import { en } from './en.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';
import { ja } from './ja.ts';

/** Every text of the pages in one language; a further locale is an object of this type. */
export type Texts = typeof en;

/** The languages there are texts in, by what their readers call them. */
export const LANGUAGES = { en: 'English', de: 'Deutsch', fr: 'Français', es: 'Español', ja: '日本語' } as const;
export type Language = keyof typeof LANGUAGES;

const TABLES: Readonly<Record<Language, Texts>> = { en, de, fr, es, ja };
const FALLBACK = 'en';

/** The texts for a BCP 47 tag: its language's, else English. */
export function texts(locale: string): Texts {
    return TABLES[languageOf(locale)];
}

/** The language of the texts that a locale gets. */
export function languageOf(locale: string): Language {
    const language = primaryTag(locale);
    return hasTexts(language) ? language : FALLBACK;
}

/** Which way a locale is written. */
export function directionOf(locale: string): 'ltr' | 'rtl' {
    const info: LocaleWithText = new Intl.Locale(locale);
    return info.getTextInfo?.().direction ?? 'ltr';
}

/** In every engine we run on, but not yet in TypeScript's library. */
interface LocaleWithText extends Intl.Locale {
    getTextInfo?: () => { direction: 'ltr' | 'rtl' };
}

/**
 * The locale to write a page in: the visitor's most wanted one whose language we have, with its region, so that
 * British and American readers get their own clock and date order. Takes an `Accept-Language` header, and the language
 * the visitor chose, if any.
 */
export function chooseLocale(acceptLanguage: string | undefined, chosen?: Language): string {
    const wanted = (acceptLanguage ?? '')
        .split(',')
        .slice(0, 20)
        .map(parseLanguageRange)
        .filter(({ quality }) => quality > 0)
        .sort((a, b) => b.quality - a.quality);
    if (chosen !== undefined) return wanted.find(({ locale }) => primaryTag(locale) === chosen)?.locale ?? chosen;
    return wanted.find(({ locale }) => hasTexts(primaryTag(locale)))?.locale ?? FALLBACK;
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

function primaryTag(locale: string): string {
    return locale.split('-', 1)[0]?.toLowerCase() ?? FALLBACK;
}

function hasTexts(language: string): language is Language {
    return Object.hasOwn(TABLES, language);
}
