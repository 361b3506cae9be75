import { parseMultipart } from './multipart.ts';
import { zip } from './testing/metadataArchive.ts';
import { readZip, ZipError } from './zip.ts';

const FILES = { 'package.xml': '<Package/>', 'lwc/x/': '', 'lwc/x/x.js': 'ä'.repeat(5000) };

describe('readZip', () => {
    it.each([true, false])('reads files, stored (%s) or deflated, and leaves out folders', (isStored) => {
        const files = readZip(zip(FILES, { isStored }));
        expect([...files].map(([path, content]) => [path, content.toString()])).toEqual([
            ['package.xml', '<Package/>'],
            ['lwc/x/x.js', 'ä'.repeat(5000)]
        ]);
    });

    it('finds the directory before a comment', () => {
        expect([...readZip(Buffer.concat([zip(FILES), Buffer.from('a comment')])).keys()]).toContain('package.xml');
    });

    it.each([
        ['text', Buffer.from('nothing of the kind, but long enough')],
        ['nothing', Buffer.alloc(0)],
        ['a cut archive', zip(FILES).subarray(0, -30)],
        ['an archive that lost its beginning', zip(FILES).subarray(20)],
        ['a path that climbs', zip({ '../x': '' })],
        ['an absolute path', zip({ '/etc/x': '' })]
    ])('refuses %s', (_case, bytes) => {
        expect(() => readZip(bytes)).toThrow(ZipError);
    });

    it('refuses content that is larger than it says', () => {
        const bytes = zip({ 'x.js': 'x'.repeat(100_000) });
        const directory = bytes.indexOf('PK\x01\x02');
        bytes.writeUInt32LE(10, directory + 24);
        expect(() => readZip(bytes)).toThrow(ZipError);
    });
});

describe('parseMultipart', () => {
    const body = (boundary: string): Buffer =>
        Buffer.concat([
            Buffer.from(`--${boundary}\r\nContent-Disposition: form-data; name="json"\r\n`),
            Buffer.from(`Content-Type: application/json\r\n\r\n{}\r\n--${boundary}\r\n`),
            Buffer.from(`Content-Disposition: form-data; name="file"; filename="x"\r\n\r\n`),
            Buffer.from([0, 255, 13, 10, 128]),
            Buffer.from(`\r\n--${boundary}--\r\n`)
        ]);

    it.each(['abc', '"abc"'])('splits parts at the boundary %s and keeps bytes as they are', (boundary) => {
        const parts = parseMultipart(body('abc'), `multipart/form-data; boundary=${boundary}`);
        expect(parts).toEqual([
            { name: 'json', contentType: 'application/json', content: Buffer.from('{}') },
            { name: 'file', contentType: '', content: Buffer.from([0, 255, 13, 10, 128]) }
        ]);
    });

    it.each([
        ['another kind of body', 'application/json', body('abc')],
        ['no boundary', 'multipart/form-data', body('abc')],
        ['another boundary', 'multipart/form-data; boundary=xyz', body('abc')],
        ['a body cut off', 'multipart/form-data; boundary=abc', body('abc').subarray(0, -10)]
    ])('refuses %s', (_case, contentType, bytes) => {
        expect(parseMultipart(bytes, contentType)).toBeUndefined();
    });
});
