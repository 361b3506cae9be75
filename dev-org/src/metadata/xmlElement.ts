import { XMLParser, XMLValidator } from 'fast-xml-parser';

/** An element of an XML document; attributes are not kept. */
export interface XmlElement {
    name: string;
    /** The text directly inside, trimmed. */
    text: string;
    children: XmlElement[];
    /** Where its start tag begins, from 1. */
    line: number;
    column: number;
}

/** Metadata documents by their path below `force-app/main/default`, in the layout of a source project. */
export type Documents = ReadonlyMap<string, XmlElement>;

/** A document that is not well-formed. */
export class XmlSyntaxError extends Error {
    override readonly name = 'XmlSyntaxError';
    readonly line: number;

    constructor(message: string, line: number) {
        super(message);
        this.line = line;
    }
}

type ParsedNode = Record<string, ParsedNode[] | string> & Record<symbol, { startIndex?: number } | undefined>;

const parser = new XMLParser({
    preserveOrder: true,
    ignoreDeclaration: true,
    // `001` must not become 1.
    parseTagValue: false,
    captureMetaData: true
});
const POSITION = XMLParser.getMetaDataSymbol() as symbol;

/** Parses a document. @throws XmlSyntaxError when it is not well-formed */
export function parseXml(source: string): XmlElement {
    // eslint-disable-next-line @typescript-eslint/no-deprecated -- its successor is one more package for the same function
    const verdict = XMLValidator.validate(source);
    if (verdict !== true) throw new XmlSyntaxError(verdict.err.msg, verdict.err.line);
    const [root] = elements(parser.parse(source) as ParsedNode[], lineStarts(source));
    if (!root) throw new XmlSyntaxError('there is no element', 1);
    return root;
}

/** The direct children called `name`. */
export const all = (element: XmlElement | undefined, name: string): XmlElement[] =>
    element?.children.filter((child) => child.name === name) ?? [];

/** The first direct child called `name`. */
export const first = (element: XmlElement | undefined, name: string): XmlElement | undefined =>
    element?.children.find((child) => child.name === name);

/** Text of the first direct child called `name`; undefined when there is none. */
export const textOf = (element: XmlElement | undefined, name: string): string | undefined => first(element, name)?.text;

/** Whether the first direct child called `name` says `true`. */
export const flag = (element: XmlElement | undefined, name: string): boolean => textOf(element, name) === 'true';

/** Every element called `name`, at any depth. */
export function descendants(element: XmlElement, name: string): XmlElement[] {
    return element.children.flatMap((child) => [...(child.name === name ? [child] : []), ...descendants(child, name)]);
}

function elements(nodes: ParsedNode[], starts: number[]): XmlElement[] {
    return nodes.flatMap((node) =>
        Object.entries(node).flatMap(([name, content]) =>
            Array.isArray(content) && !name.startsWith('?')
                ? [
                      {
                          name,
                          text: textIn(content),
                          children: elements(content, starts),
                          ...positionOf(node[POSITION]?.startIndex ?? 0, starts)
                      }
                  ]
                : []
        )
    );
}

function textIn(nodes: ParsedNode[]): string {
    const parts = nodes.map((node) => node['#text']).filter((part) => typeof part === 'string');
    return parts.join('').trim();
}

/** Offset of the first character of each line. */
function lineStarts(source: string): number[] {
    const starts = [0];
    for (let at = source.indexOf('\n'); at !== -1; at = source.indexOf('\n', at + 1)) starts.push(at + 1);
    return starts;
}

function positionOf(offset: number, starts: number[]): { line: number; column: number } {
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
        const middle = Math.ceil((low + high) / 2);
        if ((starts[middle] ?? 0) <= offset) low = middle;
        else high = middle - 1;
    }
    return { line: low + 1, column: offset - (starts[low] ?? 0) + 1 };
}
