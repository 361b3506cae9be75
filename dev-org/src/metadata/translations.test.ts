import { Problems } from './problems.ts';
import { readTranslations } from './translations.ts';
import { parseSource } from './xml.ts';

const LABELS = new Map([
    ['Copy_Done', 'Copied'],
    ['Copy_Name', 'Copy Link']
]);

function read(content: string, language = 'de') {
    const file = `translations/${language}.translation-meta.xml`;
    const problems = new Problems();
    const source = `<Translations>\n${content}\n</Translations>`;
    const translations = readTranslations(new Map([[file, parseSource(source, file)]]), LABELS, problems);
    return {
        translations,
        problems: problems.list.map(({ source: where, message, at }) => [where, at?.line, message])
    };
}

const text = (name: string, label: string): string =>
    `<customLabels>\n<label>${label}</label>\n<name>${name}</name>\n</customLabels>`;

describe('readTranslations', () => {
    it('reads the texts of each language', () => {
        const { translations, problems } = read(text('Copy_Done', 'Kopiert'));
        expect(problems).toEqual([]);
        expect(translations).toEqual(new Map([['de', new Map([['Copy_Done', 'Kopiert']])]]));
    });

    it('names file and line of a text for a label that does not exist, and keeps the others', () => {
        const { translations, problems } = read(`${text('Copy_Gone', 'Weg')}\n${text('Copy_Done', 'Kopiert')}`);
        expect(problems).toEqual([
            ['translations/de.translation-meta.xml', 4, 'In field: name - no CustomLabel named Copy_Gone found']
        ]);
        expect(translations.get('de')).toEqual(new Map([['Copy_Done', 'Kopiert']]));
    });

    it.each([
        ['a label twice', `${text('Copy_Done', 'a')}\n${text('Copy_Done', 'b')}`, 8, 'Copy_Done is translated twice'],
        ['an empty text', text('Copy_Done', ''), 2, '<label> is missing'],
        ['a text that is too long', text('Copy_Done', 'x'.repeat(1001)), 3, 'a label has at most 1000 characters'],
        [
            'texts of other things than labels',
            '<customTabs><label>x</label><name>x</name></customTabs>',
            2,
            'the dev org does not understand <customTabs>; remove it or teach src/metadata'
        ]
    ])('refuses %s', (_what, content, line, message) => {
        expect(read(content).problems).toEqual([['translations/de.translation-meta.xml', line, message]]);
    });

    it('refuses a file that is named after no language', () => {
        expect(read(text('Copy_Done', 'Kopiert'), 'german').problems).toEqual([
            [
                'translations/german.translation-meta.xml',
                undefined,
                'german is no language; name the file after one, such as de or pt_BR'
            ]
        ]);
    });
});
