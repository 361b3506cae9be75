import { LANGUAGES } from '../options/options.ts';
import { PROBLEM_CODES } from '../problem.ts';
import { EN } from './en.ts';
import { chooseLanguage, problemText, wordsIn } from './language.ts';
import { fill } from './words.ts';

const places = (text: string): string[] => (text.match(/\{\d\}/g) ?? []).sort();

describe('the texts', () => {
    it.each(LANGUAGES.filter((language) => language !== 'auto'))(
        'in %s fill in the same places as in English',
        (language) => {
            const words = wordsIn(language);
            const wrong = (Object.keys(EN) as (keyof typeof EN)[]).filter(
                (name) => words[name] === '' || places(words[name]).join() !== places(EN[name]).join()
            );
            expect(wrong).toEqual([]);
        }
    );

    it.each(PROBLEM_CODES)('say what %s means', (code) => {
        expect(problemText(EN, { code, detail: '' })).toMatch(/\.$/);
    });

    it('add what Salesforce said', () => {
        expect(problemText(EN, { code: 'salesforce_refused', detail: 'Not yours.' })).toBe(
            'Salesforce refused. Not yours.'
        );
    });

    it('are filled in as text', () => {
        expect(fill('{0} and {1}', '{1}', '$&')).toBe('{1} and $&');
    });
});

describe('the language', () => {
    it.each([
        ['auto', ['pt-BR', 'de-AT', 'fr'], 'de-AT'],
        ['auto', ['pt-BR'], 'en'],
        ['ja', ['de-AT'], 'ja']
    ] as const)('of option %s and browser %j is %s', (option, preferred, expected) => {
        expect(chooseLanguage(option, preferred)).toBe(expected);
    });
});
