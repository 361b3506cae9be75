import type { Options } from '../options/options.ts';
import type { Problem } from '../problem.ts';
import { DE } from './de.ts';
import { EN } from './en.ts';
import { ES } from './es.ts';
import { FR } from './fr.ts';
import { JA } from './ja.ts';
import type { Words } from './words.ts';

type Language = Exclude<Options['language'], 'auto'>;

const WORDS: Record<Language, Words> = { en: EN, de: DE, fr: FR, es: ES, ja: JA };

/** Each language in its own name. */
export const LANGUAGE_NAMES: Record<Language, string> = {
    en: 'English',
    de: 'Deutsch',
    fr: 'Français',
    es: 'Español',
    ja: '日本語'
};

/** The language to use: the chosen one, or the first of the browser's, region and all. English when we have none. */
export function chooseLanguage(
    option: Options['language'],
    preferred: readonly string[] = navigator.languages
): string {
    if (option !== 'auto') return option;
    return preferred.find((tag) => Object.hasOwn(WORDS, baseOf(tag))) ?? 'en';
}

/** All texts in the language to use. */
export function wordsIn(option: Options['language'], preferred: readonly string[] = navigator.languages): Words {
    return WORDS[baseOf(chooseLanguage(option, preferred)) as Language];
}

/** What to tell the user of a problem, with Salesforce's own words where it gave some. */
export function problemText(words: Words, { code, detail }: Pick<Problem, 'code' | 'detail'>): string {
    const text = words[`problem_${code}`];
    return code === 'salesforce_refused' && detail !== '' ? `${text} ${detail}` : text;
}

function baseOf(tag: string): string {
    return tag.split('-')[0]?.toLowerCase() ?? '';
}
