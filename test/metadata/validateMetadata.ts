import { parseXml } from '../support/xml.ts';
import type { XmlElement } from '../support/xml.ts';
import { describeType } from './describe.ts';
import type { ElementDescription } from './describe.ts';
import { ENUMS } from './enums.ts';

const CHECKS: Record<string, ((text: string) => boolean) | undefined> = {
    string: () => true,
    boolean: (text) => text === 'true' || text === 'false',
    number: (text) => text !== '' && Number.isFinite(Number(text))
};

/** What the Metadata API would not understand in the text of a `*-meta.xml`; empty when all is well. */
export function validateMetadata(source: string): string[] {
    try {
        const root = parseXml(source);
        return validateElement(root, root.name, root.name);
    } catch (error) {
        return [error instanceof Error ? error.message : String(error)];
    }
}

function validateElement(element: XmlElement, typeName: string, at: string): string[] {
    const description = describeType(typeName);
    if (!description) return [`${at}: unknown metadata type ${typeName}`];
    const counts = Map.groupBy(element.children, (child) => child.name);
    const missing = [...description]
        .filter(([name, { isRequired }]) => isRequired && !counts.has(name))
        .map(([name]) => `${at}: <${name}> is missing`);
    const repeated = [...counts]
        .filter(([name, found]) => found.length > 1 && description.get(name)?.isRepeatable === false)
        .map(([name]) => `${at}: <${name}> is given more than once`);
    const inside = element.children.flatMap((child) => {
        const expected = description.get(child.name);
        return expected
            ? validateValue(child, expected, typeName, at)
            : [`${at}: unknown element <${child.name}> in ${typeName}`];
    });
    return [...missing, ...repeated, ...inside];
}

function validateValue(element: XmlElement, expected: ElementDescription, typeName: string, at: string): string[] {
    if (expected.type === 'any') return [];
    const check = CHECKS[expected.type];
    if (!check) return validateElement(element, expected.type, `${at} > ${element.name}`);
    const nested = element.children[0];
    if (nested) return [`${at}: <${element.name}> holds text, not <${nested.name}>`];
    if (!check(element.text)) return [`${at}: <${element.name}> must be a ${expected.type}, not "${element.text}"`];
    const allowed = ENUMS[`${typeName}.${element.name}`];
    if (allowed && !allowed.includes(element.text)) {
        return [`${at}: <${element.name}> cannot be "${element.text}"; choose ${allowed.join(', ')}`];
    }
    return [];
}
