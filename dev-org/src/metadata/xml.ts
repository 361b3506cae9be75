import { readFileSync } from 'node:fs';
import { MetadataError } from './problems.ts';
import { all, first, parseXml, XmlSyntaxError } from './xmlElement.ts';
import type { XmlElement } from './xmlElement.ts';

/** An element of a metadata file. Readers name what they expect; anything else is an error. */
export class XmlNode {
    readonly source: string;
    readonly element: XmlElement;

    constructor(source: string, element: XmlElement) {
        this.source = source;
        this.element = element;
    }

    /** @throws MetadataError when an element beside `names` stands here */
    expectOnly(names: readonly string[]): this {
        const unknown = this.element.children.find(({ name }) => !names.includes(name));
        if (unknown) {
            throw this.error(
                `the dev org does not understand <${unknown.name}>; remove it or teach src/metadata`,
                unknown
            );
        }
        return this;
    }

    children(name: string): XmlNode[] {
        return all(this.element, name).map((element) => new XmlNode(this.source, element));
    }

    child(name: string): XmlNode | undefined {
        const element = first(this.element, name);
        return element && new XmlNode(this.source, element);
    }

    texts(name: string): string[] {
        return all(this.element, name).map((element) => {
            if (element.children.length > 0) throw this.error(`<${name}> must hold text`, element);
            return element.text;
        });
    }

    /** Undefined when the element is absent or empty. */
    text(name: string): string | undefined {
        const text = this.texts(name)[0];
        return text === '' ? undefined : text;
    }

    /** @throws MetadataError when the element is absent or empty */
    requireText(name: string): string {
        const text = this.text(name);
        if (text === undefined) throw this.error(`<${name}> is missing`);
        return text;
    }

    number(name: string): number | undefined {
        const text = this.text(name);
        if (text === undefined) return undefined;
        if (!/^-?\d+(\.\d+)?$/.test(text)) throw this.errorAt(name, `<${name}> must be a number, not ${text}`);
        return Number(text);
    }

    /** False when absent. */
    flag(name: string): boolean {
        return this.text(name) === 'true';
    }

    /** An error at this element, or at another one of its file. */
    error(message: string, at: XmlElement = this.element): MetadataError {
        return new MetadataError(this.source, message, at);
    }

    /** An error at the child called `name`; at this element when there is none. */
    errorAt(name: string, message: string): MetadataError {
        return this.error(message, first(this.element, name));
    }
}

/** Reads a metadata file whose root element is `root`. @throws MetadataError */
export function readXml(path: string, source: string, root: string): XmlNode {
    return expectRoot(parseSource(readFileSync(path, 'utf8'), source), source, root);
}

/** Parses the text of a metadata file. @throws MetadataError when it is not well-formed */
export function parseSource(text: string, source: string): XmlElement {
    try {
        return parseXml(text);
    } catch (error) {
        if (!(error instanceof XmlSyntaxError)) throw error;
        throw new MetadataError(source, error.message, { line: error.line, column: 1 });
    }
}

/** @throws MetadataError when the document is of another kind */
export function expectRoot(element: XmlElement, source: string, root: string): XmlNode {
    if (element.name !== root) throw new MetadataError(source, `the root element must be <${root}>`, element);
    return new XmlNode(source, element);
}
