import { all, parseXml, textOf } from './support/xml.ts';
import type { XmlElement } from './support/xml.ts';
import { readText } from './support/repository.ts';

const METADATA = 'force-app/main/default';
/** Names of pages and buttons that stand in every language as they are. */
const VERBATIM = [
    ...['My Links', 'Links Library', 'Link Management', 'All Links', 'Managed Links', 'View Links', 'Meeting Logs'],
    ...['Calendars', 'Copy Link', 'Copy Single-Use Link', 'Copy single-use link', 'Hide Single-Use Links']
];
const SAME_IN_GERMAN = ['Details', 'Link', 'Links', 'Name', 'Person', 'Pool', 'Standard', 'Status', 'Text'];

const textsIn = (file: string, list: string, name: string, text: string): Map<string, string> =>
    new Map(
        all(parseXml(readText(`${METADATA}/${file}`)), list).map((entry: XmlElement) => [
            textOf(entry, name) ?? '',
            textOf(entry, text) ?? ''
        ])
    );
const placesIn = (text: string): string[] => [...text.matchAll(/\{\w+\}/g)].map(([place]) => place).sort();
const wordsOf = (text: string): string => text.replaceAll(/\{\w+\}|https:\S+|[^\p{L}]/gu, '');

const english = textsIn('labels/CustomLabels.labels-meta.xml', 'labels', 'fullName', 'value');
const german = textsIn('translations/de.translation-meta.xml', 'customLabels', 'name', 'label');
const pairs = [...english].map(([name, text]) => ({ name, text, translation: german.get(name) ?? '' }));
const namesOf = (wrong: typeof pairs): string[] => wrong.map(({ name }) => name);

describe('the German texts', () => {
    it('are there for every label, in the order of the labels, and for nothing else', () => {
        expect([...german.keys()]).toEqual([...english.keys()]);
        expect(namesOf(pairs.filter(({ translation }) => translation === ''))).toEqual([]);
    });

    it('have the places of the English ones', () => {
        const differing = pairs.filter(
            ({ text, translation }) => placesIn(text).join() !== placesIn(translation).join()
        );
        expect(namesOf(differing)).toEqual([]);
    });

    it('keep the names of pages and buttons', () => {
        const renamed = pairs.filter(({ text, translation }) => VERBATIM.includes(text) && translation !== text);
        expect(namesOf(renamed)).toEqual([]);
    });

    it('are English only where the word is the same', () => {
        const untranslated = pairs.filter(
            ({ text, translation }) =>
                text === translation &&
                wordsOf(text) !== '' &&
                !SAME_IN_GERMAN.includes(text) &&
                !VERBATIM.includes(text.replace(': {0}', ''))
        );
        expect(namesOf(untranslated)).toEqual([]);
    });

    it('address the reader formally', () => {
        const informal = pairs.filter(({ translation }) =>
            /\b(du|dir|dich|dein|deine|deinen|deiner)\b/i.test(translation)
        );
        expect(namesOf(informal)).toEqual([]);
    });
});
