import { MetadataError } from '../metadata/problems.ts';
import type { Problem } from '../metadata/problems.ts';
import { parseSource } from '../metadata/xml.ts';
import { all, textOf } from '../metadata/xmlElement.ts';
import type { XmlElement } from '../metadata/xmlElement.ts';
import type { Component, ComponentFailure } from './component.ts';
import {
    BUNDLE_FOLDER,
    BUNDLE_TYPE,
    childFullName,
    COMPONENT_TYPES,
    RESOURCE_FOLDER,
    RESOURCE_TYPE
} from './componentTypes.ts';
import type { ChildType, ComponentType } from './componentTypes.ts';

/** An archive in the format of the Metadata API, taken apart. */
export interface Archive {
    /** Its documents, by the path they have in a source project. */
    documents: Map<string, XmlElement>;
    /** The component behind each of those paths. */
    componentOf: Map<string, Component>;
    components: Component[];
    /** Files of each Lightning web component, by their name below its folder. */
    bundles: Map<string, Map<string, string>>;
    failures: ComponentFailure[];
}

/** Elements of an object that are components of a type the dev org does not know. */
const UNKNOWN_CHILDREN = ['businessProcesses', 'fieldSets', 'indexes', 'recordTypes', 'sharingReasons', 'webLinks'];

/** Sorts the files of an archive into components; objects fall apart into fields, rules and views. */
export function readArchive(files: Map<string, Buffer>): Archive {
    const archive: Archive = {
        documents: new Map(),
        componentOf: new Map(),
        components: [],
        bundles: new Map(),
        failures: []
    };
    for (const [path, content] of files) {
        if (path === 'package.xml') continue;
        const [folder = '', ...rest] = path.split('/');
        const type = COMPONENT_TYPES.find((known) => known.folder === folder && path.endsWith(`.${known.suffix}`));
        if (folder === BUNDLE_FOLDER && rest.length === 2) addBundleFile(archive, path, content.toString('utf8'));
        else if (folder === RESOURCE_FOLDER && rest.length === 1) addResource(archive, path, content);
        else if (type && rest.length === 1) addDocument(archive, path, type, content.toString('utf8'));
        else refuseFile(archive, path);
    }
    return archive;
}

function refuseFile({ failures }: Archive, path: string): void {
    const isDestructive = /^destructiveChanges(Pre|Post)?\.xml$/.test(path);
    failures.push({
        component: { type: '', fullName: path, fileName: path },
        problem: isDestructive
            ? 'The dev org does not support destructive changes.'
            : 'The dev org does not support metadata of this kind.'
    });
}

function addBundleFile(archive: Archive, path: string, text: string): void {
    const [, bundle = '', file = ''] = path.split('/');
    const files = archive.bundles.get(bundle) ?? new Map<string, string>();
    if (!archive.bundles.has(bundle)) {
        archive.bundles.set(bundle, files);
        archive.components.push(bundleComponent(bundle));
    }
    files.set(file, text);
    if (file !== `${bundle}.js-meta.xml`) return;
    const root = parse(archive, path, bundleComponent(bundle), text);
    if (!root) return;
    archive.documents.set(path, root);
    archive.componentOf.set(path, { ...bundleComponent(bundle), fileName: path });
}

/** A Lightning web component; its messages name the script unless they know better. */
export const bundleComponent = (bundle: string): Component => ({
    type: BUNDLE_TYPE,
    fullName: bundle,
    fileName: `${BUNDLE_FOLDER}/${bundle}/${bundle}.js`
});

/** The file itself may be anything; only what is said of it is checked. */
function addResource(archive: Archive, path: string, content: Buffer): void {
    const type = COMPONENT_TYPES.find(({ name }) => name === RESOURCE_TYPE);
    const [document, suffix] = path.split(/(?=-meta\.xml$)/);
    if (type && document && suffix) addDocument(archive, document, type, content.toString('utf8'));
    else if (!path.endsWith('.resource')) refuseFile(archive, path);
}

function addDocument(archive: Archive, path: string, type: ComponentType, text: string): void {
    const fullName = path.slice(type.folder.length + 1, -type.suffix.length - 1);
    const component: Component = { type: type.name, fullName, fileName: path };
    const root = parse(archive, path, component, text);
    if (!root) return;
    refuseUnknownChildren(archive, component, root);
    const split = type.children.filter(({ source }) => source);
    for (const child of type.children) {
        for (const element of all(root, child.element)) addChild(archive, component, child, element);
    }
    const own = {
        ...root,
        children: root.children.filter(({ name }) => !split.some((child) => child.element === name))
    };
    // An object that only carries fields to a standard object says nothing itself.
    if (split.length > 0 && own.children.length === 0) return;
    const source =
        type.name === 'CustomObject'
            ? `objects/${fullName}/${fullName}.object-meta.xml`
            : `${type.folder}/${fullName}.${type.suffix}-meta.xml`;
    archive.documents.set(source, own);
    archive.componentOf.set(source, component);
    archive.components.push(component);
}

function addChild(archive: Archive, parent: Component, child: ChildType, element: XmlElement): void {
    const name = textOf(element, 'fullName') ?? '';
    const fullName = childFullName(parent.fullName, child.name, name);
    const component: Component = { type: child.name, fullName, fileName: parent.fileName };
    archive.components.push(component);
    if (!child.source) return;
    const source = `objects/${parent.fullName}/${child.source.folder}/${name}.${child.source.suffix}-meta.xml`;
    archive.documents.set(source, { ...element, name: child.name });
    archive.componentOf.set(source, component);
}

function refuseUnknownChildren({ failures }: Archive, component: Component, root: XmlElement): void {
    if (component.type !== 'CustomObject') return;
    for (const child of root.children.filter(({ name }) => UNKNOWN_CHILDREN.includes(name))) {
        failures.push({ component, problem: `The dev org does not support <${child.name}>.`, at: child });
    }
}

function parse({ failures }: Archive, path: string, component: Component, text: string): XmlElement | undefined {
    try {
        return parseSource(text, path);
    } catch (error) {
        if (!(error instanceof MetadataError)) throw error;
        const { message, at }: Problem = error.problem;
        failures.push({ component: { ...component, fileName: path }, problem: `Error parsing file: ${message}`, at });
        return undefined;
    }
}
