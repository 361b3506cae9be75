import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { startDevOrg } from '../../devOrg.ts';
import type { DevOrg } from '../../devOrg.ts';
import { describeMatrix } from './describeMatrix.ts';
import { Expected } from './expected.ts';
import { measure, PRINCIPALS } from './measure.ts';
import type { MeasuredObject, Principal } from './measure.ts';

const COMMITTED = join(process.cwd(), 'docs', 'permission-matrix.md');

let org: DevOrg;
const measured = new Map<Principal, MeasuredObject[]>();
beforeAll(async () => {
    org = await startDevOrg({ connectedApp: { clientId: 'none' } });
    for (const principal of PRINCIPALS) measured.set(principal, await measure(org, principal));
});
afterAll(() => org.close());

describe.each(PRINCIPALS)('$name', (principal) => {
    it('may do with each object what the permission sets grant, and nothing else', () => {
        const expected = new Expected(org.project, principal);
        const objects = measured.get(principal)!;
        expect(Object.fromEntries(objects.map(({ object, rights }) => [object.name, rights]))).toEqual(
            Object.fromEntries(objects.map(({ object }) => [object.name, expected.rights(object)]))
        );
    });

    it('reads and changes the fields that the permission sets grant, and no others', () => {
        const expected = new Expected(org.project, principal);
        for (const { object, fields } of measured.get(principal)!) {
            const promised = [...fields.keys()].map(
                (name) => [name, expected.field(object, object.fields.get(name)!)] as const
            );
            expect({ object: object.name, ...Object.fromEntries(fields) }).toEqual({
                ...{ object: object.name, ...Object.fromEntries(promised) }
            });
        }
    });
});

it('covers every object of ours', () => {
    const covered = measured.get(PRINCIPALS[0]!)!.map(({ object }) => object.name);
    const declared = [...org.schema.objects.keys()].filter((name) => name.endsWith('__c'));
    expect(covered).toEqual(expect.arrayContaining(declared));
});

it('leaves nothing at all to whoever has no permission set', () => {
    const all: boolean[] = measured.get(PRINCIPALS[3]!)!.flatMap(({ rights }) => Object.values(rights) as boolean[]);
    expect(all).not.toContain(true);
});

it('is what docs/permission-matrix.md says; else run npm run docs:dev-org', () => {
    const matrix = PRINCIPALS.map((principal) => ({ principal, objects: measured.get(principal)! }));
    expect(readFileSync(COMMITTED, 'utf8')).toBe(describeMatrix(matrix));
});
