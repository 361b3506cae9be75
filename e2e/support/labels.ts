import { readFileSync } from 'node:fs';
import path from 'node:path';
import { all, parseXml, textOf } from '../../dev-org/src/metadata/xmlElement.ts';

const METADATA = path.join(import.meta.dirname, '../../force-app/main/default');

const textsIn = (file: string, list: string, name: string, text: string): Map<string, string> =>
    new Map(
        all(parseXml(readFileSync(path.join(METADATA, file), 'utf8')), list).map((entry) => [
            textOf(entry, name) ?? '',
            textOf(entry, text) ?? ''
        ])
    );

const PLACE = /\{\w+\}/g;

/** A label as it is shown: any text stands at its places. */
function shownAs(text: string): RegExp {
    const parts = text.split(PLACE).map((part) => part.replaceAll(/[.*+?^${}()|[\]\\/]/g, '\\$&'));
    return new RegExp(`^${parts.join('.+')}$`, 'u');
}

/** English labels that are other words in German, as they are shown. */
export function englishLabels(): RegExp[] {
    const german = textsIn('translations/de.translation-meta.xml', 'customLabels', 'name', 'label');
    return [...textsIn('labels/CustomLabels.labels-meta.xml', 'labels', 'fullName', 'value')]
        .filter(([name, text]) => german.get(name) !== text)
        .map(([, text]) => shownAs(text));
}

/** Every text and accessible name in an ARIA snapshot. */
export function textsOfSnapshot(snapshot: string): string[] {
    const texts = snapshot.split('\n').flatMap((line) => {
        const quoted = [...line.matchAll(/"((?:[^"\\]|\\.)*)"/g)].map(([, text = '']) => text);
        const plain = /: (?!")(.+)$/.exec(line.replaceAll(/"(?:[^"\\]|\\.)*"/g, ''))?.[1];
        return plain === undefined ? quoted : [...quoted, plain];
    });
    return [...new Set(texts)];
}
