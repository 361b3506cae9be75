import type { Request } from 'express';
import { html } from './html.ts';
import type { Html } from './html.ts';
import { chooseLocale, languageOf, LANGUAGES } from './locales/texts.ts';
import type { Language } from './locales/texts.ts';

/** Query and form field that carries a chosen language on. No cookie does: pages work in frames of other sites, too. */
export const LANGUAGE_FIELD = 'lang';

/** How a page is looked at: what all pages of one visit share. */
export interface PageVisit {
    /** BCP 47, from `visitOf`. */
    locale: string;
    /** Set when the visitor chose the language instead of their browser. */
    lang?: Language;
    /** This page by GET, where it can be had in other languages; without it no choice is offered. */
    address?: string;
    /** The page stands in a frame of another page. */
    isEmbedded?: boolean;
}

/** Reads the language a visitor chose, or else their browser asks for, and whether the page stands in a frame. */
export function visitOf(req: Request, address?: string): PageVisit {
    const body = req.body as Record<string, unknown> | undefined;
    const lang = languageNamed(req.query[LANGUAGE_FIELD]) ?? languageNamed(body?.[LANGUAGE_FIELD]);
    return {
        locale: chooseLocale(req.get('Accept-Language'), lang),
        ...(lang !== undefined && { lang }),
        ...(address !== undefined && { address }),
        // Browsers tell it of themselves; a page cannot forge it, and one that lacks it only looks less trim.
        isEmbedded: req.get('Sec-Fetch-Dest') === 'iframe'
    };
}

/** An address of ours that keeps the language the visitor chose. */
export function inLanguage(address: string, lang: string | undefined): string {
    if (lang === undefined) return address;
    const [path = '', query = ''] = address.split('?', 2);
    const fields = new URLSearchParams(query);
    fields.set(LANGUAGE_FIELD, lang);
    // A field without a value is a mark, such as `?booked`, and stays one.
    return `${path}?${fields.toString().replaceAll(/=(?=&|$)/g, '')}`;
}

/** What a form needs to keep the language the visitor chose. */
export function languageField(lang: string | undefined): Html | false {
    return lang !== undefined && html`<input type="hidden" name="${LANGUAGE_FIELD}" value="${lang}" />`;
}

/** The visit with a page's other parts left out. */
export function languageSwitch(label: string, { locale, address }: PageVisit): Html | undefined {
    if (address === undefined) return undefined;
    const current = languageOf(locale);
    const links = Object.entries(LANGUAGES).map(([language, name]) => {
        const mark = language === current ? html` aria-current="true"` : undefined;
        return html`<li>
            <a href="${inLanguage(address, language)}" lang="${language}" hreflang="${language}" ${mark}>${name}</a>
        </li>`;
    });
    return html`<nav class="languages" aria-label="${label}">
        <details>
            <summary><span class="visually-hidden">${label}: </span>${LANGUAGES[current]}</summary>
            <ul>
                ${links}
            </ul>
        </details>
    </nav>`;
}

function languageNamed(value: unknown): Language | undefined {
    return typeof value === 'string' && Object.hasOwn(LANGUAGES, value) ? (value as Language) : undefined;
}
