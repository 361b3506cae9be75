import { readOptions, type Options } from '../options/options.ts';
import { chooseLanguage, wordsIn } from '../text/language.ts';
import type { Words } from '../text/words.ts';

/** What every page of ours starts with. */
export interface Page {
    root: HTMLElement;
    words: Words;
    language: string;
    options: Options;
}

/** Reads the options and puts the page into its language. */
export async function openPage(titleOf: (words: Words) => string): Promise<Page> {
    const options = await readOptions(chrome.storage.local);
    const words = wordsIn(options.language);
    const language = chooseLanguage(options.language);
    document.documentElement.lang = language;
    document.title = titleOf(words);
    const root = document.querySelector('main');
    if (!root) throw new Error('The page has no main element.');
    return { root, words, language, options };
}
