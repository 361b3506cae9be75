import type { Problem } from '../problems.ts';
import type { XmlElement } from '../xmlElement.ts';
import { describeType } from './describe.ts';
import type { ElementDescription } from './describe.ts';
import { ENUM_NAMES, ENUMS } from './enums.ts';

const CHECKS: Record<string, ((text: string) => boolean) | undefined> = {
    string: () => true,
    boolean: (text) => text === 'true' || text === 'false',
    number: (text) => text !== '' && Number.isFinite(Number(text))
};

type Finding = Required<Omit<Problem, 'source'>>;

/** What the Metadata API cannot parse in a document: unknown or missing elements, wrong words and numbers. */
export function validateDocument(root: XmlElement): Finding[] {
    return validateElement(root, root.name);
}

function validateElement(element: XmlElement, typeName: string): Finding[] {
    const description = describeType(typeName);
    if (!description) return [{ message: `Unknown type name '${typeName}'`, at: element }];
    const found = Map.groupBy(element.children, (child) => child.name);
    const missing = [...description]
        .filter(([name, { isRequired }]) => isRequired && !found.has(name))
        .map(([name]) => ({ message: `Required field is missing: ${name}`, at: element }));
    const repeated = [...found].flatMap(([name, elements]) =>
        description.get(name)?.isRepeatable === false
            ? elements.slice(1).map((at) => ({
                  message: `Error parsing file: Element ${name} is duplicated at this location in type ${typeName}`,
                  at
              }))
            : []
    );
    const inside = element.children.flatMap((child) => {
        const expected = description.get(child.name);
        if (expected) return validateValue(child, expected, typeName);
        const message = `Error parsing file: Element ${child.name} invalid at this location in type ${typeName}`;
        return [{ message, at: child }];
    });
    return [...missing, ...repeated, ...inside];
}

function validateValue(element: XmlElement, expected: ElementDescription, typeName: string): Finding[] {
    if (expected.type === 'any') return [];
    const check = CHECKS[expected.type];
    if (!check) return validateElement(element, expected.type);
    const nested = element.children[0];
    if (nested) {
        return [{ message: `Error parsing file: <${element.name}> holds text, not <${nested.name}>`, at: nested }];
    }
    if (!check(element.text)) {
        const message = `Error parsing file: '${element.text}' is not a valid ${expected.type} for <${element.name}>`;
        return [{ message, at: element }];
    }
    const allowed = ENUMS[`${typeName}.${element.name}`];
    if (!allowed || allowed.includes(element.text)) return [];
    const message =
        element.name === 'target'
            ? `'${element.text}' is not a target of Lightning web components; choose ${allowed.join(', ')}`
            : `Error parsing file: '${element.text}' is not a valid value for the enum '${enumName(typeName, element.name)}'`;
    return [{ message, at: element }];
}

const enumName = (typeName: string, element: string): string =>
    ENUM_NAMES[`${typeName}.${element}`] ?? element.charAt(0).toUpperCase() + element.slice(1);
