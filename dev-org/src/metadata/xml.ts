import { readFileSync } from 'node:fs';
import { XMLParser } from 'fast-xml-parser';
import { MetadataError } from './problems.ts';

// Every element becomes an array and stays text: a single child must not collapse, `001` must not become 1.
const parser = new XMLParser({
    ignoreAttributes: true,
    ignoreDeclaration: true,
    parseTagValue: false,
    isArray: () => true
});

/** An element of a metadata file. Readers name what they expect; anything else is an error. */
export class XmlNode {
    readonly source: string;
    readonly #content: Record<string, unknown[]>;

    constructor(source: string, content: unknown) {
        this.source = source;
        this.#content = typeof content === 'object' && content !== null ? (content as Record<string, unknown[]>) : {};
    }

    /** @throws MetadataError when an element beside `names` stands here */
    expectOnly(names: readonly string[]): this {
        const unknown = Object.keys(this.#content).find((name) => name !== '#text' && !names.includes(name));
        if (unknown) throw this.error(`the dev org does not understand <${unknown}>; remove it or teach src/metadata`);
        return this;
    }

    children(name: string): XmlNode[] {
        return (this.#content[name] ?? []).map((content) => new XmlNode(this.source, content));
    }

    child(name: string): XmlNode | undefined {
        return this.children(name)[0];
    }

    texts(name: string): string[] {
        return (this.#content[name] ?? []).map((content) => {
            if (typeof content !== 'string') throw this.error(`<${name}> must hold text`);
            return content;
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
        if (!/^-?\d+(\.\d+)?$/.test(text)) throw this.error(`<${name}> must be a number, not ${text}`);
        return Number(text);
    }

    /** False when absent. */
    flag(name: string): boolean {
        return this.text(name) === 'true';
    }

    error(message: string): MetadataError {
        return new MetadataError(this.source, message);
    }
}

/** Reads a metadata file whose root element is `root`. @throws MetadataError */
export function readXml(path: string, source: string, root: string): XmlNode {
    const parsed = parser.parse(readFileSync(path, 'utf8')) as Record<string, unknown[]>;
    const content = parsed[root]?.[0];
    if (content === undefined) throw new MetadataError(source, `the root element must be <${root}>`);
    return new XmlNode(source, content);
}
