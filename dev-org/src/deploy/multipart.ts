/** One part of a multipart/form-data body. */
export interface FormPart {
    name: string;
    contentType: string;
    content: Buffer;
}

const HEADERS_END = Buffer.from('\r\n\r\n');

/** Splits a multipart/form-data body; undefined when the content type or the body is none. */
export function parseMultipart(body: Uint8Array, contentType: string): FormPart[] | undefined {
    const [, quoted, plain] = /^multipart\/form-data;.*?\bboundary=(?:"([^"]+)"|([^;\s]+))/i.exec(contentType) ?? [];
    const boundary = quoted ?? plain;
    if (boundary === undefined) return undefined;
    // Every delimiter begins on a line of its own, so the first one needs a line break before it.
    const bytes = Buffer.concat([Buffer.from('\r\n'), body]);
    const delimiter = Buffer.from(`\r\n--${boundary}`);
    const parts: FormPart[] = [];
    let at = bytes.indexOf(delimiter);
    while (at !== -1) {
        const start = at + delimiter.length;
        if (bytes.subarray(start, start + 2).toString() === '--') return parts;
        const end = bytes.indexOf(delimiter, start);
        const part = end === -1 ? undefined : readPart(bytes.subarray(start, end));
        if (!part) return undefined;
        parts.push(part);
        at = end;
    }
    return undefined;
}

function readPart(bytes: Buffer): FormPart | undefined {
    const split = bytes.indexOf(HEADERS_END);
    if (split === -1) return undefined;
    const headers = bytes.subarray(0, split).toString('utf8');
    return {
        name: /^content-disposition:.*?\bname="([^"]*)"/im.exec(headers)?.[1] ?? '',
        contentType: /^content-type:\s*([^\s;]+)/im.exec(headers)?.[1] ?? '',
        content: bytes.subarray(split + HEADERS_END.length)
    };
}
