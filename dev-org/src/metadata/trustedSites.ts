import type { TrustedSite } from './project.ts';
import type { XmlNode } from './xml.ts';

const FETCH_DIRECTIVES = ['Font', 'Frame', 'Img', 'Media', 'Style'].map((kind) => `isApplicableTo${kind}Src`);
const LOOPBACK = ['127.0.0.1', 'localhost', '[::1]'];

/** Reads a trusted URL, named after its file. @throws MetadataError for what only other kinds of pages would use */
export function readTrustedSite(xml: XmlNode, name: string): TrustedSite {
    xml.expectOnly([
        ...['context', 'description', 'endpointUrl', 'isActive', 'isApplicableToConnectSrc'],
        ...FETCH_DIRECTIVES
    ]);
    const unsupported = FETCH_DIRECTIVES.find((directive) => xml.flag(directive));
    if (unsupported) throw xml.errorAt(unsupported, `the dev org does not support <${unsupported}>true`);
    const endpointUrl = xml.requireText('endpointUrl');
    if (!isTrustable(endpointUrl)) {
        throw xml.errorAt('endpointUrl', '<endpointUrl> must be an origin with https, or with http on this machine');
    }
    return {
        name,
        endpointUrl,
        isConnectable:
            xml.flag('isActive') &&
            xml.flag('isApplicableToConnectSrc') &&
            ['All', 'LEX'].includes(xml.text('context') ?? 'All')
    };
}

function isTrustable(text: string): boolean {
    if (!URL.canParse(text)) return false;
    const { protocol, hostname, origin } = new URL(text);
    return origin === text && (protocol === 'https:' || (protocol === 'http:' && LOOPBACK.includes(hostname)));
}
