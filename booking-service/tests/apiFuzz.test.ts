import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { z } from 'zod';
import type { DevOrg } from '../../dev-org/src/devOrg.ts';
import { newToken } from '../../force-app/main/default/lwc/linkToken/linkToken.ts';
import { DOCUMENT_PATH } from '../src/contract/document.ts';
import { valuesOf } from '../testing/schemaValues.ts';
import type { JsonSchema, KnownValues } from '../testing/schemaValues.ts';
import { startTestOrg } from '../testing/testOrg.ts';
import { startTestService } from '../testing/testService.ts';
import type { TestService } from '../testing/testService.ts';

interface Operation {
    operationId: string;
    parameters?: { in: 'query' | 'path' | 'header'; name: string; required?: boolean; schema: JsonSchema }[];
    requestBody?: { content: { 'application/json': { schema: JsonSchema } } };
    responses: Record<string, { content: Record<string, { schema: JsonSchema }> }>;
}

interface Document {
    paths: Record<string, Record<string, Operation>>;
    components: { schemas: Record<string, JsonSchema> };
}

/** One request that is made of the document. */
interface WildRequest {
    query: Record<string, unknown>;
    path: Record<string, unknown>;
    header: Record<string, unknown>;
    body: string | undefined;
    contentType: string;
}

const OPERATIONS = ['document', 'findSlots', 'humanCheck', 'book', 'reschedule', 'cancel', 'hint'];
/** The same requests in every run, and few enough to wait for. `FUZZ_SEED` and `FUZZ_RUNS` try others, and more. */
const SEED = Number(process.env['FUZZ_SEED'] ?? 20_261_121);
const RUNS = Number(process.env['FUZZ_RUNS'] ?? 120);

describe('the API, asked what its document allows and what it does not', () => {
    let org: DevOrg;
    let service: TestService;
    let document: Document;
    let known: KnownValues;
    const seen = new Map<string, Set<string>>();

    beforeAll(async () => {
        org = await startTestOrg();
        service = await startTestService(org);
        document = (await (await fetch(service.url + DOCUMENT_PATH)).json()) as Document;
        known = await findKnownValues(service);
    });
    afterAll(async () => {
        await service.stop();
        await org.close();
    });

    it('has exactly these operations', () => {
        expect(Object.values(document.paths).flatMap(idsOf).sort()).toEqual([...OPERATIONS].sort());
    });

    it.each(OPERATIONS)('answers %s only as documented, never with a failure of its own', async (id) => {
        const { method, path, operation } = find(document, id);
        const values = { ...known, token: known[`token to ${id}`] ?? [] };
        await fc.assert(
            fc.asyncProperty(requestsOf(operation, values), async (wild) => {
                const response = await fetch(service.url + addressOf(path, wild), {
                    method,
                    headers: headersOf(wild),
                    ...(method === 'POST' && wild.body !== undefined && { body: wild.body })
                });
                const text = await response.text();
                if (response.status >= 500) throw new Error(`${response.status} ${text}`);
                const body: unknown = JSON.parse(text);
                note(seen, id, response.status);
                expect(complaintsAbout(document, operation, response, body)).toEqual([]);
                expect(rawWords(body)).toEqual([]);
            }),
            { numRuns: RUNS, seed: SEED }
        );
    });

    it('comes beyond the checks of form', () => {
        const statuses = Object.fromEntries([...seen].map(([id, all]) => [id, [...all].sort()]));
        expect(statuses).toMatchObject({
            document: ['200'],
            findSlots: expect.arrayContaining(['200', '400']) as string[],
            humanCheck: expect.arrayContaining(['200', '400', '404']) as string[],
            book: expect.arrayContaining(['201', '400', '404', '409']) as string[],
            reschedule: expect.arrayContaining(['200', '400', '404', '410']) as string[],
            cancel: expect.arrayContaining(['200', '404', '409']) as string[],
            hint: expect.arrayContaining(['202', '400']) as string[]
        });
    });

    it.each([
        ['half a character', '%E0%A4%A'],
        ['a null', '%00'],
        ['another folder', '%2e%2e%2f'],
        ['a very long word', 'x'.repeat(6_000)]
    ])('takes %s for no manage token', async (_what, token) => {
        const response = await fetch(`${service.url}/api/v1/meetings/${token}/cancel`, { method: 'POST' });
        expect([400, 404]).toContain(response.status);
        expect(response.headers.get('content-type')).toMatch(/^application\/problem\+json/);
    });
});

const idsOf = (operations: Record<string, Operation>) =>
    Object.values(operations).map(({ operationId }) => operationId);

function find(document: Document, id: string) {
    for (const [path, operations] of Object.entries(document.paths)) {
        for (const [method, operation] of Object.entries(operations)) {
            if (operation.operationId === id) return { method: method.toUpperCase(), path, operation };
        }
    }
    throw new Error(`the document has no operation ${id}`);
}

/** Links, times and meetings that exist: fuzz alone would never find one. */
async function findKnownValues(service: TestService): Promise<KnownValues> {
    const reusable = 'l/julio-intro';
    const slots = await service.findSlots(reusable);
    const manageTokens: string[] = [];
    for (const start of slots.slice(0, 20)) {
        const response = await service.book({ link: reusable, start }, randomUUID());
        if (response.status !== 201) continue;
        const { manageUrl } = (await response.json()) as { manageUrl: string };
        manageTokens.push(manageUrl.split('/').at(-1) ?? '');
    }
    const used = await service.mintLink('julio-intro');
    const [first, last] = [slots[20], slots[40]];
    if (first === undefined || last === undefined) throw new Error('the sample company has too few open times');
    await service.book({ link: used, start: first });
    const open = await Promise.all(Array.from({ length: 6 }, () => service.mintLink('julio-intro')));
    return {
        link: [reusable, used, ...open, `s/${newToken()}`, 'l/nobody-has-this'],
        start: slots.slice(16, 70),
        from: [first.slice(0, 10), '1970-01-01', '2199-12-31'],
        to: [last.slice(0, 10), '1970-01-02', '2199-12-31'],
        timeZone: ['Europe/Berlin', 'Asia/Kathmandu'],
        durationMinutes: [30],
        'token to cancel': [...manageTokens.slice(0, 8), newToken()],
        'token to reschedule': [...manageTokens.slice(8), newToken()],
        prospect: [{ firstName: 'Ada', lastName: 'Byron', email: 'ada.byron@example.com' }],
        guests: [[]],
        answers: [{}],
        emailCode: ['000000'],
        'Idempotency-Key': Array.from({ length: 50 }, () => randomUUID()),
        recordId: ['a00000000000001AAA']
    };
}

function requestsOf({ parameters = [], requestBody }: Operation, known: KnownValues): fc.Arbitrary<WildRequest> {
    const place = (where: 'query' | 'path' | 'header') => {
        const here = parameters.filter((parameter) => parameter.in === where);
        return fc.record(Object.fromEntries(here.map(({ name, schema }) => [name, valuesOf(schema, known, name)])), {
            requiredKeys: here.filter(({ required }) => required).map(({ name }) => name)
        }) as fc.Arbitrary<Record<string, unknown>>;
    };
    const json = requestBody
        ? valuesOf(requestBody.content['application/json'].schema, known).map((value) => JSON.stringify(value))
        : fc.constant(undefined);
    return fc.record({
        query: place('query'),
        path: place('path'),
        header: place('header'),
        body: fc.oneof(
            { weight: 15, arbitrary: json },
            { weight: 1, arbitrary: fc.constantFrom('{', '', '[1,', 'x=y') }
        ),
        contentType: fc.oneof(
            { weight: 15, arbitrary: fc.constant('application/json') },
            { weight: 1, arbitrary: fc.constantFrom('text/plain', 'application/json; charset=klingon', 'x') }
        )
    });
}

/** A part of an address that is empty or dots would lead to another address. */
const segment = (value: unknown): string => {
    const text = asText(value).replaceAll(/^\.{0,2}$/g, 'x');
    return encodeURIComponent(text.toWellFormed());
};

function asText(value: unknown): string {
    return typeof value === 'string' ? value : JSON.stringify(value);
}

function addressOf(path: string, { path: values, query }: WildRequest): string {
    const filled = path.replaceAll(/\{(\w+)\}/g, (_whole, name: string) => segment(values[name] ?? 'none'));
    const given = Object.entries(query).filter(([, value]) => value !== undefined);
    const search = new URLSearchParams(given.map(([name, value]) => [name, asText(value)]));
    return search.size > 0 ? `${filled}?${search.toString()}` : filled;
}

function headersOf({ header, contentType }: WildRequest): Record<string, string> {
    const headers: Record<string, string> = { 'Content-Type': contentType };
    for (const [name, value] of Object.entries(header)) {
        if (value === undefined) continue;
        headers[name] = asText(value)
            .replaceAll(/[^\x20-\x7e]/g, '?')
            .slice(0, 4_000);
    }
    return headers;
}

/** Whatever the document does not say of this answer. */
function complaintsAbout(document: Document, operation: Operation, response: Response, body: unknown): unknown[] {
    const documented = operation.responses[response.status];
    if (!documented) return [`${response.status} is not documented`, body];
    const type = response.headers.get('content-type')?.split(';')[0] ?? '';
    const schema = documented.content[type]?.schema;
    if (!schema) return [`${type} is not documented for ${response.status}`, body];
    const parsed = z.fromJSONSchema(standalone(schema, document)).safeParse(body);
    return parsed.success ? [] : [parsed.error.issues, body];
}

/** With the shared schemas where JSON Schema alone has them. */
function standalone(schema: JsonSchema, { components }: Document): Parameters<typeof z.fromJSONSchema>[0] {
    const whole = JSON.stringify({ ...schema, $defs: components.schemas });
    return JSON.parse(whole.replaceAll('#/components/schemas/', '#/$defs/')) as Parameters<typeof z.fromJSONSchema>[0];
}

/** Words of the schema library that slipped through: they name no remedy. */
function rawWords(body: unknown): string[] {
    const { errors = [] } = Object(body) as { errors?: { field: string; message: string }[] };
    return errors
        .filter(
            ({ field, message }) => field === '' || /^(Invalid|Too (big|small)|Unrecognized)|undefined/.test(message)
        )
        .map(({ field, message }) => `${field}: ${message}`);
}

function note(seen: Map<string, Set<string>>, id: string, status: number): void {
    seen.set(id, (seen.get(id) ?? new Set()).add(String(status)));
}
