import { parseXml, all, textOf, XmlSyntaxError } from '../metadata/xmlElement.ts';
import type { Archive } from './archive.ts';
import { keyOf } from './component.ts';
import type { Component, ComponentFailure } from './component.ts';
import { childFullName, COMPONENT_TYPES, isKnownType } from './componentTypes.ts';

/** package.xml as messages name it. */
export const PACKAGE: Component = { type: '', fullName: 'package.xml', fileName: 'package.xml' };

/** Compares package.xml with what the archive holds; each must name the other's components. */
export function manifestFailures(source: string | undefined, archive: Archive): ComponentFailure[] {
    if (source === undefined) return [{ component: PACKAGE, problem: 'No package.xml found' }];
    const named = readManifest(source);
    if ('problem' in named) return [named];
    const unknown = named.types.filter(({ type }) => !isKnownType(type));
    const wanted = named.types.filter(({ type }) => isKnownType(type));
    const held = new Set(archive.components.map(keyOf));
    // A file that could not be read was there all the same.
    for (const { component } of archive.failures) held.add(keyOf(component));
    const isNamed = (type: string, fullName: string): boolean =>
        wanted.some(
            (entry) => entry.type === type && (entry.members.includes(fullName) || entry.members.includes('*'))
        );
    return [
        ...unknown.map(({ type }) => ({
            component: PACKAGE,
            problem: `Unknown type name '${type}' specified in package.xml`
        })),
        ...wanted.flatMap(({ type, members }) =>
            members
                .filter((member) => member !== '*' && !held.has(keyOf({ type, fullName: member })))
                .filter((member) => !(type === 'CustomObject' && hasChildren(archive, member)))
                .map((member) => ({
                    component: { ...PACKAGE, type, fullName: member },
                    problem: `An object '${member}' of type ${type} was named in package.xml, but was not found in zipped directory`
                }))
        ),
        ...archive.components
            .filter(({ type, fullName }) => !isNamed(type, fullName) && !isNamed(...parentOf(type, fullName)))
            .filter(({ type }) => !isContainer(type))
            .map((component) => ({ component, problem: 'Not in package.xml' }))
    ];
}

function readManifest(source: string): { types: { type: string; members: string[] }[] } | ComponentFailure {
    try {
        const types = all(parseXml(source), 'types').map((element) => ({
            type: textOf(element, 'name') ?? '',
            members: all(element, 'members').map(({ text }) => text)
        }));
        return { types };
    } catch (error) {
        if (!(error instanceof XmlSyntaxError)) throw error;
        return {
            component: PACKAGE,
            problem: `Error parsing file: ${error.message}`,
            at: { line: error.line, column: 1 }
        };
    }
}

/** A file that only lists components need not be named, since they are. */
const isContainer = (type: string): boolean =>
    COMPONENT_TYPES.some(({ name, children }) => name === type && children.some(({ source }) => !source));

/** A standard object is named for the sake of its fields alone. */
const hasChildren = ({ components }: Archive, objectName: string): boolean =>
    components.some(({ fullName }) => fullName.startsWith(`${objectName}.`));

/** Type and name of what a child stands in; of itself for others. */
function parentOf(type: string, fullName: string): [type: string, fullName: string] {
    const parent = COMPONENT_TYPES.find(({ children }) => children.some(({ name }) => name === type));
    if (!parent) return [type, fullName];
    const isLabel = childFullName('', type, 'x') === 'x';
    return [parent.name, isLabel ? 'CustomLabels' : (fullName.split('.')[0] ?? '')];
}
