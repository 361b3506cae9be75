import type { Translations } from '../schema/schema.ts';
import { documentsOf } from './documents.ts';
import { MetadataError } from './problems.ts';
import type { Problems } from './problems.ts';
import { expectRoot } from './xml.ts';
import type { XmlNode } from './xml.ts';
import type { Documents } from './xmlElement.ts';

const FOLDER = 'translations';
const SUFFIX = '.translation-meta.xml';
/** `de`, `pt_BR` */
const LANGUAGE = /^[a-z]{2}(_[A-Z]{2})?$/;
const LONGEST_TEXT = 1000;

/** Reads every `Translations` file; a text for a label that is not in `labels` goes to `problems`, as at a deploy. */
export function readTranslations(
    documents: Documents,
    labels: ReadonlyMap<string, string>,
    problems: Problems
): Translations {
    const translations = new Map<string, Map<string, string>>();
    for (const [language, root] of documentsOf(documents, FOLDER, SUFFIX)) {
        const source = `${FOLDER}/${language}${SUFFIX}`;
        const texts = new Map<string, string>();
        const entries = problems.attempt(() => readFile(expectRoot(root, source, 'Translations'), language)) ?? [];
        for (const entry of entries) problems.attempt(() => readText(entry, labels, texts));
        translations.set(language, texts);
    }
    return translations;
}

function readFile(xml: XmlNode, language: string): XmlNode[] {
    if (!LANGUAGE.test(language)) {
        throw new MetadataError(xml.source, `${language} is no language; name the file after one, such as de or pt_BR`);
    }
    return xml.expectOnly(['customLabels']).children('customLabels');
}

function readText(entry: XmlNode, labels: ReadonlyMap<string, string>, texts: Map<string, string>): void {
    const name = entry.expectOnly(['label', 'name']).requireText('name');
    const text = entry.requireText('label');
    if (!labels.has(name)) throw entry.errorAt('name', `In field: name - no CustomLabel named ${name} found`);
    if (texts.has(name)) throw entry.errorAt('name', `${name} is translated twice`);
    if (text.length > LONGEST_TEXT) throw entry.errorAt('label', `a label has at most ${LONGEST_TEXT} characters`);
    texts.set(name, text);
}
