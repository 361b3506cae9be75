import { request } from 'node:http';
import fc from 'fast-check';
import type { DevOrg } from '../devOrg.ts';
import { connect, startTestOrg } from '../testing/testOrg.ts';

/** Whatever comes, the org answers with the caller's fault, never with its own, and goes on. */
let org: DevOrg;
let authorization: string;
let errors: jest.SpyInstance;
beforeAll(async () => {
    org = await startTestOrg();
    authorization = `Bearer ${(await connect(org)).accessToken!}`;
    errors = jest.spyOn(console, 'error').mockImplementation(() => undefined);
});
afterAll(async () => {
    errors.mockRestore();
    await org.close();
});
afterEach(() => {
    // The server says so when it fails, whatever status it answers.
    const { calls } = errors.mock;
    errors.mockClear();
    expect(calls).toEqual([]);
});

const API = '/services/data/v66.0';

interface Sent {
    method?: string;
    path: string;
    body?: string | Buffer;
    headers?: Record<string, string>;
}

/** Sends bytes as they are: fetch would mend paths and headers. */
function send({ method = 'POST', path, body = '', headers = {} }: Sent): Promise<{ status: number; text: string }> {
    return new Promise((resolve, reject) => {
        const outgoing = request(
            `${org.url}/`,
            { method, path, headers: { authorization, 'content-type': 'application/json', ...headers } },
            (response) => {
                const chunks: Buffer[] = [];
                response.on('data', (chunk: Buffer) => chunks.push(chunk));
                response.on('end', () => {
                    resolve({ status: response.statusCode ?? 0, text: Buffer.concat(chunks).toString() });
                });
            }
        );
        outgoing.on('error', reject);
        outgoing.end(body);
    });
}

const isFault = (status: number): boolean => (status >= 400 && status < 500) || status === 501;
const query = (soql: string): Promise<{ status: number; text: string }> =>
    send({ method: 'GET', path: `${API}/query?q=${encodeURIComponent(soql)}` });
const nested = (open: string, close: string, depth: number, core = ''): string =>
    open.repeat(depth) + core + close.repeat(depth);

const WRITES = [
    `${API}/sobjects/Account`,
    `${API}/composite`,
    `${API}/composite/batch`,
    `${API}/composite/sobjects`,
    `${API}/composite/sobjects/Account`,
    `${API}/composite/tree/Account`,
    `${API}/graphql`,
    `${API}/ui-api/records`
];

const BODIES: [string, string | Buffer][] = [
    ['half a document', '{"Name":'],
    ['no document', 'Name=x'],
    ['a list', '[]'],
    ['a list of nulls', '[null, null]'],
    ['null', 'null'],
    ['a number', '42'],
    ['a text', '"x"'],
    [
        'nulls where lists belong',
        '{"records":null,"compositeRequest":null,"batchRequests":null,"query":null,"fields":null}'
    ],
    [
        'nulls in lists',
        '{"records":[null],"compositeRequest":[null],"batchRequests":[null],"query":[null],"fields":[null]}'
    ],
    ['numbers for texts', '{"Name":{"a":1},"apiName":7,"fields":7,"query":7,"records":7}'],
    ['deep lists', nested('[', ']', 50_000)],
    ['deep objects', nested('{"a":', '}', 20_000, '1')],
    ['prototype names', '{"__proto__":{"x":1},"constructor":1,"toString":{"a":1},"hasOwnProperty":1}'],
    ['broken UTF-8', Buffer.from([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x3a, 0x31, 0x7d])],
    ['NUL bytes', Buffer.from('{"Name\u0000":"\u0000"}')],
    ['lone surrogates', '{"Na\\ud800me":"\\udfff"}']
];

describe.each(WRITES)('POST %s', (path) => {
    it.each(BODIES)('refuses %s', async (_case, body) => {
        const { status, text } = await send({ path, body });
        // GraphQL reports within 200.
        expect(path.endsWith('/graphql') && text.includes('"errors"') ? 400 : status).toSatisfyFault();
    });
});

describe('bodies', () => {
    it.each([`${API}/sobjects/Account`, `${API}/composite`, '/services/oauth2/token', `${API}/graphql`])(
        'of more than 10 MB are too large for %s',
        async (path) => {
            const { status } = await send({ path, body: Buffer.alloc(11 * 1024 * 1024, 'x') });
            expect(status).toBe(413);
        }
    );

    it.each(['text/xml', 'multipart/form-data; boundary=x', 'application/octet-stream', 'nonsense', ''])(
        'of the type "%s" are refused or read as JSON',
        async (type) => {
            const { status } = await send({
                ...{ path: `${API}/sobjects/Account`, body: '--x\r\nbad', headers: { 'content-type': type } }
            });
            expect(status).toSatisfyFault();
        }
    );
});

describe('paths', () => {
    it.each([
        ...[
            '/services/data/v66.0/sobjects/%',
            '/services/data/v66.0/sobjects/%00',
            '/services/data/v66.0/sobjects/%ff'
        ],
        ...['//', '/%2e%2e/%2e%2e/etc/passwd', '/services/data/v66.0/../../../x', '/services/data/vNaN/limits'],
        ...['/services/data/v66.0/sobjects/__proto__', '/services/data/v66.0/sobjects/constructor/describe'],
        ...['/services/data/v66.0/sobjects/Account/__proto__', '/services/data/v66.0/sobjects/Account/Id/__proto__'],
        ...["/services/data/v66.0/sobjects/Account/001'--", '/services/data/v66.0/sobjects/Account/updated'],
        ...['/services/data/v66.0/sobjects/Account/updated?start=x&end=y', '/services/data/v66.0/query'],
        ...['/services/data/v66.0/query?q=%00', '/services/data/v66.0/query?q=%ff%fe', '/services/data/v66.0/query/x'],
        ...['/services/data/v66.0/ui-api/records/x', '/services/data/v66.0/ui-api/records/batch/,,,x'],
        ...[
            '/services/data/v66.0/ui-api/object-info/__proto__',
            '/services/data/v66.0/ui-api/related-list-records/x/y'
        ],
        ...['/services/data/v66.0/composite/sobjects/Account?ids=x', '/services/data/v66.0/jobs/query', '/id/x/y']
    ])('like %s are refused', async (path) => {
        const { status, text } = await send({ method: 'GET', path });
        // A batch reports within 200.
        expect(path.includes('/batch/') && text.includes('"hasErrors":true') ? 400 : status).toSatisfyFault();
    });

    it('of any shape do not bring it down', async () => {
        const part = fc.oneof(
            fc.constantFrom(
                'services',
                'data',
                'v66.0',
                'sobjects',
                'Account',
                'query',
                'composite',
                'ui-api',
                'records'
            ),
            fc.string({ maxLength: 12 }).map(encodeURIComponent),
            fc.constantFrom('%', '%00', '%E0%A4', '..', '*', ':id', '')
        );
        await fc.assert(
            fc.asyncProperty(
                fc.constantFrom('GET', 'POST', 'PATCH', 'DELETE', 'PUT', 'OPTIONS', 'HEAD'),
                fc.array(part, { maxLength: 7 }),
                async (method, parts) => {
                    const { status } = await send({ method, path: `/${parts.join('/')}` });
                    expect(status < 500 || status === 501).toBe(true);
                }
            ),
            { numRuns: 150 }
        );
    });
});

describe('SOQL', () => {
    it.each([
        ['deep parentheses', `SELECT Id FROM Account WHERE ${nested('(', ')', 3_000, "Name = 'x'")}`],
        ['deep negations', `SELECT Id FROM Account WHERE ${'NOT '.repeat(3_000)}Name = 'x'`],
        [
            'a statement that is too long',
            `SELECT Id FROM Account WHERE Name = '${'x'.repeat(200)}' ${' '.repeat(12_000)} x`
        ],
        ['a text that is not closed', "SELECT Id FROM Account WHERE Name = 'x\\'"],
        ['a comment', "SELECT Id FROM Account -- WHERE Name = 'x'"],
        ['two statements', 'SELECT Id FROM Account; DELETE FROM Account'],
        ['a union', 'SELECT Id FROM Account UNION SELECT Id FROM User'],
        ['NUL bytes', 'SELECT Id\u0000 FROM Account'],
        ['prototype names', 'SELECT __proto__ FROM Account'],
        ['prototype objects', 'SELECT Id FROM constructor'],
        ['prototype functions', 'SELECT toString(Name) FROM Account'],
        ['prototype functions with groups', 'SELECT valueOf(Name) x FROM Account GROUP BY Name'],
        ['a date that does not exist', 'SELECT Id FROM Account WHERE CreatedDate > 2026-13-45T99:99:99Z']
    ])('with %s is refused', async (_case, soql) => {
        expect((await query(soql)).status).toSatisfyFault();
    });

    it('takes lists of thousands', async () => {
        const list = Array.from({ length: 1_000 }, (_, index) => `'${index}'`).join();
        expect((await query(`SELECT Id FROM Account WHERE Name IN (${list})`)).status).toBe(200);
    });

    it('treats any text as a value, never as a part of the query', async () => {
        await fc.assert(
            fc.asyncProperty(fc.string({ maxLength: 60, unit: 'binary' }), async (text) => {
                const escaped = text.replace(/[\\']/g, '\\$&').replaceAll('\n', '\\n').replaceAll('\r', '\\r');
                const { status, text: answer } = await query(`SELECT Id FROM Account WHERE Name = '${escaped}'`);
                const found = status === 200 ? (JSON.parse(answer) as { totalSize: number }).totalSize : 0;
                expect({ found, isFine: status === 200 || status === 400 }).toEqual({ found: 0, isFine: true });
            }),
            { numRuns: 150 }
        );
    });

    it('survives any mixture of its words', async () => {
        const word = fc.constantFrom(
            ...[
                'SELECT',
                'FROM',
                'WHERE',
                'Id',
                'Name',
                'Account',
                "'x'",
                '=',
                'LIKE',
                'IN',
                '(',
                ')',
                ',',
                'AND',
                'OR'
            ],
            ...[
                'NOT',
                'GROUP BY',
                'ORDER BY',
                'HAVING',
                'COUNT(Id)',
                'LIMIT',
                '1',
                'TODAY',
                '09:00:00Z',
                'null',
                '.',
                ':'
            ],
            ...['TYPEOF', 'WHEN', 'THEN', 'END', 'Owner', 'toLabel(Name)', 'CALENDAR_YEAR(CreatedDate)', 'FOR UPDATE']
        );
        await fc.assert(
            fc.asyncProperty(fc.array(word, { maxLength: 14 }), async (words) => {
                const { status } = await query(`SELECT Id FROM Account ${words.join(' ')}`);
                expect(status < 500 || status === 501).toBe(true);
            }),
            { numRuns: 200 }
        );
    });
});

describe('GraphQL', () => {
    it.each([
        ['deep selections', nested('{a', '}', 9_000)],
        [
            'deep lists',
            `{ uiapi { query { Account(where: { Name: { in: ${nested('[', ']', 9_000)} } }) { edges { node { Id } } } } } }`
        ],
        ['fragments that hold each other', '{ ...A } fragment A on Query { ...B } fragment B on Query { ...A }'],
        ['many names for one thing', `{ uiapi { query { ${'x: Account { edges { node { Id } } } '.repeat(500)} } } }`],
        ['a mutation', 'mutation { uiapi { AccountDelete(input: { Id: "x" }) { Id } } }'],
        ['a subscription', 'subscription { x }'],
        ['a page before the first', '{ uiapi { query { Account(first: -1) { edges { node { Id } } } } } }'],
        ['a cursor that is none', '{ uiapi { query { Account(after: "nonsense") { edges { node { Id } } } } } }']
    ])('with %s answers errors or records', async (_case, text) => {
        const { status } = await send({ path: `${API}/graphql`, body: JSON.stringify({ query: text }) });
        expect(status).toBe(200);
    });
});

describe('records', () => {
    it('of any content are saved or refused', async () => {
        await fc.assert(
            fc.asyncProperty(fc.object({ maxDepth: 2, key: fieldNames }), async (record) => {
                const { status } = await send({ path: `${API}/sobjects/Link__c`, body: JSON.stringify(record) });
                expect(status < 500).toBe(true);
            }),
            { numRuns: 200 }
        );
    });

    it('of any content go through composite, tree and collections', async () => {
        const paths = [
            `${API}/composite`,
            `${API}/composite/tree/Link__c`,
            `${API}/composite/sobjects`,
            `${API}/graphql`
        ];
        await fc.assert(
            fc.asyncProperty(
                fc.constantFrom(...paths),
                fc.object({ maxDepth: 4, key: memberNames }),
                async (path, body) => {
                    const { status } = await send({ path, body: JSON.stringify(body) });
                    expect(status < 500 || status === 501).toBe(true);
                }
            ),
            { numRuns: 200 }
        );
    });

    it('end with the org alive', async () => {
        expect((await query('SELECT COUNT() FROM Account')).status).toBe(200);
    });
});

const fieldNames = fc.constantFrom(
    ...[
        'Name',
        'Slug__c',
        'Kind__c',
        'Kind__r',
        'IsActive__c',
        'ExpiresAt__c',
        'Id',
        'OwnerId',
        'attributes',
        'Key__c'
    ],
    ...['__proto__', 'constructor', 'Url__c', 'nope']
);
const memberNames = fc.constantFrom(
    ...[
        'records',
        'attributes',
        'type',
        'referenceId',
        'compositeRequest',
        'method',
        'url',
        'body',
        'allOrNone',
        'query'
    ],
    ...['variables', 'Name', 'Hosts__r', 'fields', 'operationName']
);

expect.extend({
    toSatisfyFault(status: number) {
        return { pass: isFault(status), message: () => `expected a refusal, not ${status}` };
    }
});

declare global {
    // eslint-disable-next-line @typescript-eslint/no-namespace -- how Jest's own types are extended
    namespace jest {
        interface Matchers<R> {
            /** A status of 400 to 499, or 501. */
            toSatisfyFault(): R;
        }
    }
}
