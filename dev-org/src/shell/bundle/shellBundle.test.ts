import { runInNewContext } from 'node:vm';
import { SampleSources, sampleSchema } from '../testing/sampleSources.ts';
import { buildShell, ShellBuildError } from './shellBundle.ts';
import type { ShellBundle } from './shellBundle.ts';

let sources: SampleSources;

beforeEach(() => {
    sources = new SampleSources();
});

afterEach(() => sources.remove());

function build(): Promise<ShellBundle> {
    return buildShell({ paths: sources.paths, schema: sampleSchema(), mode: 'development' });
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
        sources.writeComponent('sample', SAMPLE, '<template><p>{words}</p></template>');
        const bundle = await build();
        expect(textOf(bundle)).toMatch(/publicProps: \{\s*recordId: \{/);
        expect([...bundle.files.keys()]).toContainEqual(expect.stringMatching(/^sample-\w+\.js$/));
    });

    it('puts labels and field names into the bundle and reads the user from the page', async () => {
        sources.writeComponent('sample', SAMPLE, '<template><p>{words}</p></template>');
        const text = textOf(await build());
        expect(text).toContain('"Copied"');
        expect(text).toContain('"Slug__c"');
        expect(text).toContain('globalThis.__DEV_ORG__["userId"]');
    });

    it.each([
        ['de', 'Kopiert, Copy Link'],
        ['en-US', 'Copied, Copy Link']
    ])('says labels in the language of the user, %s, where they are translated', async (lang, words) => {
        sources.write(
            'modules/app.ts',
            `import done from '@salesforce/label/c.Copy_Done';
             import name from '@salesforce/label/c.Copy_Name';
             globalThis.said = done + ', ' + name;`
        );
        const bundle = await build();
        const page = { __DEV_ORG__: { lang }, said: '' };
        runInNewContext(Buffer.from(bundle.files.get(bundle.appScript) ?? []).toString(), page);
        expect(page.said).toBe(words);
    });

    it('leaves out components that no page may hold', async () => {
        sources.writeComponent('sample', SAMPLE, '<template></template>');
        sources.write('lwc/sample/sample.js-meta.xml', '<x><isExposed>false</isExposed></x>');
        expect(textOf(await build())).not.toContain('Copied');
    });

    it('names the file that uses an unknown label, field or module', async () => {
        sources.writeComponent(
            'badLabel',
            "import x from '@salesforce/label/c.Nope'; export { x };",
            '<template></template>'
        );
        sources.writeComponent(
            'badField',
            "import x from '@salesforce/schema/BookingLink__c.Nope__c'; export { x };",
            '<template></template>'
        );
        sources.writeComponent(
            'badModule',
            "import { x } from 'lightning/empApi'; export { x };",
            '<template></template>'
        );
        const faults = await faultsOf(build());
        expect(faults).toContainEqual(expect.stringMatching(/badLabel\.ts.*Custom label "Nope"/));
        expect(faults).toContainEqual(expect.stringMatching(/badField\.ts.*Field "Nope__c" is not on BookingLink__c/));
        expect(faults).toContainEqual(expect.stringMatching(/badModule\.ts.*no module "lightning\/empApi"/));
    });

    it('names the template that does not compile', async () => {
        sources.writeComponent('sample', SAMPLE, '<template><p></template>');
        expect(await faultsOf(build())).toContainEqual(expect.stringContaining('sample.html'));
    });

    it('compiles nothing twice and compiles again what has changed', async () => {
        sources.writeComponent('sample', SAMPLE, '<template><p>{words}</p></template>');
        const first = await build();
        const second = await build();
        expect(first.counts.compiled).toBeGreaterThan(0);
        expect(second.counts).toEqual({ compiled: 0, cached: first.counts.compiled });
        sources.write('lwc/sample/sample.html', '<template><h2>{words}</h2></template>');
        const third = await build();
        expect(third.counts.compiled).toBe(1);
        expect(textOf(third)).toContain('<h2');
    });
});
