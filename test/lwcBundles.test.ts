import { all, first, flag, parseXml, textOf } from './support/xml.ts';
import { bundlesUsedBy, isSource, labelsUsedBy, lwcBundles, readBundleFile } from './support/lwcBundles.ts';
import type { Bundle } from './support/lwcBundles.ts';
import { exists, readJson, readText } from './support/repository.ts';

const bundles = lwcBundles();
const names = new Set(bundles.map(({ name }) => name));
const sourceOf = (bundle: Bundle): string =>
    bundle.files
        .filter((file) => isSource(file) && /\.(ts|html)$/.test(file))
        .map((file) => readBundleFile(bundle, file))
        .join('\n');

const paths = (readJson('tsconfig.lwc.json') as { compilerOptions: { paths: Record<string, string[]> } })
    .compilerOptions.paths;

describe.each(bundles)('bundle $name', (bundle) => {
    const meta = parseXml(readBundleFile(bundle, `${bundle.name}.js-meta.xml`));

    it('is made for the API version of the project', () => {
        expect(textOf(meta, 'apiVersion')).toBe(readJson('sfdx-project.json')['sourceApiVersion']);
    });

    it('tells App Builder what it is when it is exposed, and only then', () => {
        const told = ['masterLabel', 'description', 'targets'].filter((name) => first(meta, name) !== undefined);
        expect(told).toEqual(flag(meta, 'isExposed') ? ['masterLabel', 'description', 'targets'] : []);
        expect(all(first(meta, 'targets'), 'target').length > 0).toBe(flag(meta, 'isExposed'));
    });

    it('has a test', () => {
        expect(bundle.files.filter((file) => /^__tests__\/\w+\.test\.ts$/.test(file))).not.toEqual([]);
    });

    it('is written in TypeScript alone', () => {
        expect(bundle.files.filter((file) => isSource(file) && file.endsWith('.js'))).toEqual([]);
        expect(bundle.files).toContain(`${bundle.name}.ts`);
    });

    it('uses bundles that exist', () => {
        expect(bundlesUsedBy(sourceOf(bundle)).filter((name) => !names.has(name))).toEqual([]);
    });

    it('is found by the compiler wherever another bundle imports it', () => {
        const isImported = bundles
            .filter((other) => other.name !== bundle.name)
            .some((other) => bundlesUsedBy(sourceOf(other)).includes(bundle.name));
        const listed = paths[`c/${bundle.name}`] ?? [];
        expect(listed.map((file) => exists(file))).toEqual(isImported || listed.length > 0 ? [true] : []);
    });
});

describe('custom labels', () => {
    const labels = all(parseXml(readText('force-app/main/default/labels/CustomLabels.labels-meta.xml')), 'labels');
    const declared = labels.map((label) => textOf(label, 'fullName') ?? '');
    const used = new Set(bundles.flatMap((bundle) => labelsUsedBy(sourceOf(bundle))));

    it('that components use exist', () => {
        expect([...used].filter((name) => !declared.includes(name))).toEqual([]);
    });

    it('are all used', () => {
        expect(declared.filter((name) => !used.has(name))).toEqual([]);
    });

    it('are sorted by name and listed once', () => {
        expect(declared).toEqual([...new Set(declared)].sort());
    });

    it('belong to the area their name begins with', () => {
        const misplaced = labels.filter(
            (label) => textOf(label, 'categories') !== (textOf(label, 'fullName') ?? '').split('_')[0]
        );
        expect(misplaced.map((label) => textOf(label, 'fullName'))).toEqual([]);
    });
});

describe('what a source uses', () => {
    it('is read from imports and from templates', () => {
        const source = `import { mint } from 'c/linkApi';\n<c-copy-link-menu></c-copy-link-menu>\nimport x from '@salesforce/label/c.Link_Copy';`;
        expect(bundlesUsedBy(source)).toEqual(['linkApi', 'copyLinkMenu']);
        expect(labelsUsedBy(source)).toEqual(['Link_Copy']);
    });
});
