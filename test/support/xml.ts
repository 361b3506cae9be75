import { XMLParser, XMLValidator } from 'fast-xml-parser';

/** An element of an XML document; attributes are not kept. */
export interface XmlElement {
    name: string;
    /** The text directly inside, trimmed. */
    text: string;
    children: XmlElement[];
}

type ParsedNode = Record<string, ParsedNode[] | string>;

const parser = new XMLParser({ preserveOrder: true, ignoreDeclaration: true, parseTagValue: false });

/** Parses a document. @throws Error naming line and cause when it is not well-formed */
export function parseXml(source: string): XmlElement {
    // eslint-disable-next-line @typescript-eslint/no-deprecated -- its successor is one more package for the same function
    const verdict = XMLValidator.validate(source);
    if (verdict !== true) throw new Error(`line ${verdict.err.line}: ${verdict.err.msg}`);
    const [root] = elements(parser.parse(source) as ParsedNode[]);
    if (!root) throw new Error('line 1: there is no element');
    return root;
}

/** The direct children called `name`. */
export const all = (element: XmlElement | undefined, name: string): XmlElement[] =>
    element?.children.filter((child) => child.name === name) ?? [];

/** The first direct child called `name`. */
export const first = (element: XmlElement | undefined, name: string): XmlElement | undefined => all(element, name)[0];

/** Text of the first direct child called `name`; undefined when there is none. */
export const textOf = (element: XmlElement | undefined, name: string): string | undefined => first(element, name)?.text;

/** Whether the first direct child called `name` says `true`. */
export const flag = (element: XmlElement | undefined, name: string): boolean => textOf(element, name) === 'true';

/** Every element called `name`, at any depth. */
export function descendants(element: XmlElement, name: string): XmlElement[] {
    return element.children.flatMap((child) => [...(child.name === name ? [child] : []), ...descendants(child, name)]);
}

function elements(nodes: ParsedNode[]): XmlElement[] {
    return nodes.flatMap((node) =>
        Object.entries(node).flatMap(([name, content]) =>
            Array.isArray(content) && !name.startsWith('?')
                ? [{ name, text: textIn(content), children: elements(content) }]
                : []
        )
    );
}

function textIn(nodes: ParsedNode[]): string {
    const parts = nodes.map((node) => node['#text']).filter((part) => typeof part === 'string');
    return parts.join('').trim();
}
