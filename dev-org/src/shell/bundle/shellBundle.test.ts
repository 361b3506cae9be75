import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { FieldSchema, ObjectSchema } from '../../schema/schema.ts';
import type { ModuleSchema } from './salesforceModules.ts';
import { buildShell, ShellBuildError } from './shellBundle.ts';
import type { ShellBundle } from './shellBundle.ts';
import { shellPaths } from './shellPaths.ts';
import type { ShellPaths } from './shellPaths.ts';

let root: string;

beforeEach(() => {
    root = mkdtempSync(path.join(tmpdir(), 'shell-'));
    write('modules/boot.ts', 'document.title = "boot";');
    write('modules/app.ts', "import { components } from 'devorg/components'; console.log(Object.keys(components));");
});

afterEach(() => rmSync(root, { recursive: true, force: true }));

function write(file: string, text: string): void {
    const target = path.join(root, file);
    mkdirSync(path.dirname(target), { recursive: true });
    writeFileSync(target, text);
}

function writeComponent(name: string, script: string, template: string): void {
    write(`lwc/${name}/${name}.ts`, script);
    write(`lwc/${name}/${name}.html`, template);
    write(
        `lwc/${name}/${name}.js-meta.xml`,
        '<LightningComponentBundle><isExposed>true</isExposed></LightningComponentBundle>'
    );
}

function paths(): ShellPaths {
    return {
        ...shellPaths(root, path.join(root, 'lwc')),
        modules: path.join(root, 'modules'),
        cache: path.join(root, 'cache')
    };
}

function schema(): ModuleSchema {
    const slug = { name: 'Slug__c' } as FieldSchema;
    const link = {
        name: 'BookingLink__c',
        field: (name: string) => (name === 'Slug__c' ? slug : undefined),
        fieldOfRelationship: () => undefined
    } as unknown as ObjectSchema;
    return {
        labels: new Map([['Copy_Done', 'Copied']]),
        object: (name) => (name === 'BookingLink__c' ? link : undefined)
    };
}

function build(): Promise<ShellBundle> {
    return buildShell({ paths: paths(), schema: schema(), mode: 'development' });
}

function textOf(bundle: ShellBundle): string {
    return [...bundle.files.values()].map((content) => Buffer.from(content).toString()).join('\n');
}

const SAMPLE = `
import { LightningElement, api } from 'lwc';
import copied from '@salesforce/label/c.Copy_Done';
import SLUG from '@salesforce/schema/BookingLink__c.Slug__c';
import userId from '@salesforce/user/Id';

export default class Sample extends LightningElement {
    @api recordId: string = '';
    readonly words: string = copied + SLUG.fieldApiName + userId;
}
`;

async function faultsOf(building: Promise<unknown>): Promise<string[]> {
    const error = await building.then(
        () => undefined,
        (reason: unknown) => reason
    );
    expect(error).toBeInstanceOf(ShellBuildError);
    return (error as ShellBuildError).faults;
}

describe('buildShell', () => {
    it('keeps the public properties of a TypeScript component', async () => {
        writeComponent('sample', SAMPLE, '<template><p>{words}</p></template>');
        const bundle = await build();
        expect(textOf(bundle)).toMatch(/publicProps: \{\s*recordId: \{/);
        expect([...bundle.files.keys()]).toContainEqual(expect.stringMatching(/^sample-\w+\.js$/));
    });

    it('puts labels and field names into the bundle and reads the user from the page', async () => {
        writeComponent('sample', SAMPLE, '<template><p>{words}</p></template>');
        const text = textOf(await build());
        expect(text).toContain('"Copied"');
        expect(text).toContain('"Slug__c"');
        expect(text).toContain('globalThis.__DEV_ORG__["userId"]');
    });

    it('leaves out components that no page may hold', async () => {
        writeComponent('sample', SAMPLE, '<template></template>');
        write('lwc/sample/sample.js-meta.xml', '<x><isExposed>false</isExposed></x>');
        expect(textOf(await build())).not.toContain('Copied');
    });

    it('names the file that uses an unknown label, field or module', async () => {
        writeComponent('badLabel', "import x from '@salesforce/label/c.Nope'; export { x };", '<template></template>');
        writeComponent(
            'badField',
            "import x from '@salesforce/schema/BookingLink__c.Nope__c'; export { x };",
            '<template></template>'
        );
        writeComponent('badModule', "import { x } from 'lightning/empApi'; export { x };", '<template></template>');
        const faults = await faultsOf(build());
        expect(faults).toContainEqual(expect.stringMatching(/badLabel\.ts.*Custom label "Nope"/));
        expect(faults).toContainEqual(expect.stringMatching(/badField\.ts.*Field "Nope__c" is not on BookingLink__c/));
        expect(faults).toContainEqual(expect.stringMatching(/badModule\.ts.*no module "lightning\/empApi"/));
    });

    it('names the template that does not compile', async () => {
        writeComponent('sample', SAMPLE, '<template><p></template>');
        expect(await faultsOf(build())).toContainEqual(expect.stringContaining('sample.html'));
    });

    it('compiles nothing twice and compiles again what has changed', async () => {
        writeComponent('sample', SAMPLE, '<template><p>{words}</p></template>');
        const first = await build();
        const second = await build();
        expect(first.counts.compiled).toBeGreaterThan(0);
        expect(second.counts).toEqual({ compiled: 0, cached: first.counts.compiled });
        write('lwc/sample/sample.html', '<template><h2>{words}</h2></template>');
        const third = await build();
        expect(third.counts.compiled).toBe(1);
        expect(textOf(third)).toContain('<h2');
    });
});
