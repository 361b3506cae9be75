import { readTrustedSite } from './trustedSites.ts';
import { parseSource, XmlNode } from './xml.ts';

const FILE = 'cspTrustedSites/Service.cspTrustedSite-meta.xml';

function read({ url = 'https://book.example.com', inside = '' } = {}) {
    const source = `<CspTrustedSite><endpointUrl>${url}</endpointUrl>${inside}</CspTrustedSite>`;
    return readTrustedSite(new XmlNode(FILE, parseSource(source, FILE)), 'Service');
}

const CONNECTS = '<isActive>true</isActive><isApplicableToConnectSrc>true</isApplicableToConnectSrc>';

describe('readTrustedSite', () => {
    it.each([
        ['an active one for requests', CONNECTS, true],
        ['one for Lightning Experience', `${CONNECTS}<context>LEX</context>`, true],
        ['one for Experience Builder', `${CONNECTS}<context>Communities</context>`, false],
        ['an inactive one', CONNECTS.replace('<isActive>true', '<isActive>false'), false],
        ['one that is for nothing', '<isActive>true</isActive>', false]
    ])('says of %s whether components may send requests there', (_what, inside, isConnectable) => {
        expect(read({ inside })).toEqual({ name: 'Service', endpointUrl: 'https://book.example.com', isConnectable });
    });

    it('takes plain http for this machine, as the local service has it', () => {
        expect(read({ url: 'http://127.0.0.1:4000' })).toMatchObject({ endpointUrl: 'http://127.0.0.1:4000' });
    });

    it.each([
        'http://book.example.com',
        'https://book.example.com/path',
        'book.example.com',
        "https://a.example 'self'"
    ])('refuses the endpoint %s', (url) => {
        expect(() => read({ url })).toThrow('<endpointUrl> must be an origin with https');
    });

    it('refuses what the look-alike would not enforce', () => {
        expect(() => read({ inside: '<isApplicableToFrameSrc>true</isApplicableToFrameSrc>' })).toThrow(
            'the dev org does not support <isApplicableToFrameSrc>true'
        );
    });
});
