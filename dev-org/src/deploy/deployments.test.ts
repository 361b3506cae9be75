import { loadFixture } from '../testing/fixtureProject.ts';
import type { Deployment } from './deployment.ts';
import { isDone } from './deployment.ts';
import { Deployments } from './deployments.ts';
import { readDeployOptions } from './deployOptions.ts';
import { metadataFile, packageXml, zip } from './testing/metadataArchive.ts';
import type { ArchiveFiles } from './testing/metadataArchive.ts';

const { documents } = loadFixture();
const OPTIONS = readDeployOptions('{"deployOptions":{}}');
const CHECK_ONLY = readDeployOptions('{"deployOptions":{"checkOnly":true}}');
const ADMIN = { id: '0055e0000000001AAA', name: 'Amara' };

async function run(deployments: Deployments, archive: Buffer, options = OPTIONS): Promise<Deployment> {
    const deployment = deployments.start(archive, options, ADMIN);
    while (!isDone(deployment)) await new Promise((resolve) => setTimeout(resolve, 5));
    return deployment;
}

const deploy = (types: Record<string, string[]>, files: ArchiveFiles): Promise<Deployment> =>
    run(new Deployments(documents, Date.now), zip({ 'package.xml': packageXml(types), ...files }));

const failuresOf = ({ failures }: Deployment) =>
    failures.map(({ component, problem, at }) => [component.type, component.fullName, problem, at?.line]);

const object = (name: string, content: string): ArchiveFiles => ({
    [`objects/${name}.object`]: metadataFile('CustomObject', content)
});
const field = (name: string, content: string): string =>
    `<fields>\n<fullName>${name}</fullName><label>X</label>${content}</fields>`;
const deployField = (content: string, name = 'X__c'): Promise<Deployment> =>
    deploy({ CustomField: [`Use__c.${name}`] }, object('Use__c', field(name, content)));

const bundle = (files: ArchiveFiles): ArchiveFiles =>
    Object.fromEntries(Object.entries(files).map(([file, text]) => [`lwc/tile/${file}`, text]));
const META = metadataFile('LightningComponentBundle', '<apiVersion>66.0</apiVersion><isExposed>false</isExposed>');
const SCRIPT = `import { LightningElement } from 'lwc';\nexport default class Tile extends LightningElement {}\n`;
const deployBundle = (files: ArchiveFiles): Promise<Deployment> =>
    deploy(
        { LightningComponentBundle: ['tile'] },
        bundle({ 'tile.js': SCRIPT, 'tile.html': '<template></template>', 'tile.js-meta.xml': META, ...files })
    );

describe('a deployment', () => {
    it('creates a field, and leaves what is the same unchanged', async () => {
        const deployments = new Deployments(documents, Date.now);
        const archive = zip({
            'package.xml': packageXml({ CustomField: ['Use__c.X__c', 'Use__c.Email__c'] }),
            ...object(
                'Use__c',
                field('X__c', '<type>Date</type>') +
                    '<fields><fullName>Email__c</fullName><label>Email</label><type>Email</type></fields>'
            )
        });
        const deployment = await run(deployments, archive);
        expect(failuresOf(deployment)).toEqual([]);
        expect(deployment.status).toBe('Succeeded');
        expect(deployment.successes.map(({ component, effect }) => [component.fullName, effect])).toEqual([
            ['package.xml', 'unchanged'],
            ['Use__c.X__c', 'created'],
            ['Use__c.Email__c', 'unchanged']
        ]);
        expect(deployments.components().find(({ fullName }) => fullName === 'Use__c.X__c')).toMatchObject({
            type: 'CustomField',
            deployedBy: 'Amara'
        });
    });

    it('builds on the deployments before it, unless they only checked', async () => {
        const deployments = new Deployments(documents, Date.now);
        const first = zip({
            'package.xml': packageXml({ CustomField: ['Use__c.X__c'] }),
            ...object('Use__c', field('X__c', '<type>Date</type>'))
        });
        const second = zip({
            'package.xml': packageXml({ PermissionSet: ['More'] }),
            'permissionsets/More.permissionset': metadataFile(
                'PermissionSet',
                '<label>More</label><fieldPermissions><editable>true</editable><field>Use__c.X__c</field><readable>true</readable></fieldPermissions>'
            )
        });
        expect((await run(deployments, first, CHECK_ONLY)).status).toBe('Succeeded');
        expect(failuresOf(await run(deployments, second))).toEqual([
            ['PermissionSet', 'More', 'In field: field - no CustomField named Use__c.X__c found', 3]
        ]);
        await run(deployments, first);
        expect((await run(deployments, second)).status).toBe('Succeeded');
    });

    it('keeps nothing when one component fails', async () => {
        const deployments = new Deployments(documents, Date.now);
        const files = object('Use__c', field('Good__c', '<type>Date</type>') + field('Bad__c', '<type>Nope</type>'));
        const names = packageXml({ CustomField: ['Use__c.Good__c', 'Use__c.Bad__c'] });
        const deployment = await run(deployments, zip({ 'package.xml': names, ...files }));
        expect(deployment.status).toBe('Failed');
        expect(deployments.components().filter(({ fullName }) => fullName === 'Use__c.Good__c')).toEqual([]);
    });

    it('can be canceled until it is done', async () => {
        const deployments = new Deployments(documents, Date.now);
        const deployment = deployments.start(zip({ 'package.xml': packageXml({}) }), OPTIONS, ADMIN);
        expect(deployments.cancel(deployment)).toBe(true);
        while (!isDone(deployment)) await new Promise((resolve) => setTimeout(resolve, 5));
        expect(deployment.status).toBe('Canceled');
        expect(deployments.cancel(deployment)).toBe(false);
    });

    it('fails on what is no archive', async () => {
        const deployment = await run(new Deployments(documents, Date.now), Buffer.from('not a zip archive, at all'));
        expect(deployment).toMatchObject({ status: 'Failed', error: 'This is not a zip archive' });
    });
});

describe('fields', () => {
    const LOOKUP = '<type>Lookup</type><referenceTo>Link__c</referenceTo><relationshipName>More</relationshipName>';
    it.each([
        ['an unknown type', '<type>Nope</type>', "'Nope' is not a valid value for the enum 'FieldType'"],
        ['a type the dev org cannot run', '<type>Location</type>', 'does not support fields of type Location'],
        [
            'an unknown element',
            '<type>Date</type><oops>1</oops>',
            'Element oops invalid at this location in type CustomField'
        ],
        [
            'a required lookup that may be emptied',
            `${LOOKUP}<required>true</required>`,
            'must specify either cascade delete or restrict delete'
        ],
        [
            'a lookup to nothing',
            LOOKUP.replace('Link__c', 'Nope__c'),
            "referenceTo value of 'Nope__c' does not resolve"
        ],
        [
            'a taken relationship name',
            LOOKUP.replace('More', 'Uses'),
            'There is already a Child Relationship named Uses on Link__c.'
        ],
        [
            'a long text without lines',
            '<type>LongTextArea</type><length>500</length>',
            "Must specify 'visibleLines' for a CustomField of type LongTextArea"
        ],
        ['a text without length', '<type>Text</type>', "Must specify 'length' for a CustomField of type Text"],
        [
            'a checkbox without default',
            '<type>Checkbox</type>',
            "Must specify 'defaultValue' for a CustomField of type Checkbox"
        ],
        ['a formula that names no field', '<type>Text</type><formula>Nope__c</formula>', 'Nope__c'],
        [
            'blanks as zero',
            '<type>Text</type><formula>"x"</formula><formulaTreatBlanksAs>BlankAsZero</formulaTreatBlanksAs>',
            'BlankAsZero'
        ],
        [
            'a global value set that does not exist',
            '<type>Picklist</type><valueSet><valueSetName>Colours</valueSetName></valueSet>',
            'no GlobalValueSet named Colours found'
        ]
    ])('fail with %s', async (_case, content, problem) => {
        const deployment = await deployField(content);
        expect(deployment.status).toBe('Failed');
        expect(failuresOf(deployment)).toEqual([
            ['CustomField', 'Use__c.X__c', expect.stringContaining(problem), expect.any(Number)]
        ]);
    });

    it('fail with a name that is too long', async () => {
        const name = `${'X'.repeat(41)}__c`;
        expect(failuresOf(await deployField('<type>Date</type>', name))).toEqual([
            ['CustomField', `Use__c.${name}`, 'an API name has at most 40 characters', 3]
        ]);
    });
});

describe('other documents', () => {
    it.each<[string, string, string, string, string, string]>([
        [
            'a rule that names no field',
            'ValidationRule',
            'Use__c.R',
            'objects/Use__c.object',
            '<validationRules><fullName>R</fullName><active>true</active><errorConditionFormula>Nope__c = 1</errorConditionFormula><errorMessage>No</errorMessage></validationRules>',
            'Nope__c'
        ],
        [
            'a list view with an unknown column',
            'ListView',
            'Use__c.V',
            'objects/Use__c.object',
            '<listViews><fullName>V</fullName><columns>Nope__c</columns><filterScope>Everything</filterScope><label>V</label></listViews>',
            'Could not resolve list view column: Nope__c'
        ],
        [
            'a page with an unknown component',
            'FlexiPage',
            'P',
            'flexipages/P.flexipage',
            '<flexiPageRegions><itemInstances><componentInstance><componentName>c:nope</componentName></componentInstance></itemInstances><name>main</name><type>Region</type></flexiPageRegions><masterLabel>P</masterLabel><template><name>one</name></template><type>AppPage</type>',
            "We couldn't retrieve the design time component information for component c:nope."
        ],
        [
            'a layout with an unknown field',
            'Layout',
            'Kind__c-L',
            'layouts/Kind__c-L.layout',
            '<layoutSections><customLabel>false</customLabel><layoutColumns><layoutItems><field>Minutes__c</field></layoutItems><layoutItems><field>Nope__c</field></layoutItems></layoutColumns><style>OneColumn</style></layoutSections>',
            'no CustomField named Kind__c.Nope__c found'
        ],
        [
            'a layout without a required field',
            'Layout',
            'Kind__c-L',
            'layouts/Kind__c-L.layout',
            '<layoutSections><customLabel>false</customLabel><style>OneColumn</style></layoutSections>',
            'Layout must contain an item for required layout field: Minutes__c'
        ],
        [
            'a tab of nothing',
            'CustomTab',
            'Nope__c',
            'tabs/Nope__c.tab',
            '<customObject>true</customObject><motif>Custom57: Block</motif>',
            'no CustomObject named Nope__c found'
        ],
        [
            'an app with an unknown tab',
            'CustomApplication',
            'A',
            'applications/A.app',
            '<formFactors>Large</formFactors><label>A</label><tabs>Nope</tabs><uiType>Lightning</uiType>',
            'no CustomTab named Nope found'
        ],
        [
            'a record of an unknown type',
            'CustomMetadata',
            'Nope.R',
            'customMetadata/Nope.R.md',
            '<label>R</label><protected>false</protected>',
            'custom metadata type Nope__mdt does not exist'
        ],
        [
            'sharing by an unknown field',
            'SharingRules',
            'Link__c',
            'sharingRules/Link__c.sharingRules',
            '<sharingCriteriaRules><fullName>S</fullName><accessLevel>Read</accessLevel><label>S</label><sharedTo><allInternalUsers></allInternalUsers></sharedTo><criteriaItems><field>Nope__c</field><operation>equals</operation><value>true</value></criteriaItems></sharingCriteriaRules>',
            'no CustomField named Link__c.Nope__c found'
        ],
        [
            'a flow as quick action',
            'QuickAction',
            'Use__c.Q',
            'quickActions/Use__c.Q.quickAction',
            '<label>Q</label><optionsCreateFeedItem>false</optionsCreateFeedItem><type>Flow</type>',
            'does not support quick actions of type Flow'
        ],
        ['XML that is not closed', 'CustomTab', 'T', 'tabs/T.tab', '<motif>', 'Error parsing file: ']
    ])('fail with %s', async (_case, type, fullName, path, content, problem) => {
        const root = type === 'ValidationRule' || type === 'ListView' ? 'CustomObject' : type;
        const deployment = await deploy({ [type]: [fullName] }, { [path]: metadataFile(root, content) });
        expect(failuresOf(deployment)).toEqual([
            [type, fullName, expect.stringContaining(problem), expect.any(Number)]
        ]);
    });

    it('add labels to those the org has', async () => {
        const deployments = new Deployments(documents, Date.now);
        const label = (name: string): string =>
            `<labels><fullName>${name}</fullName><language>en_US</language><protected>false</protected><shortDescription>x</shortDescription><value>x</value></labels>`;
        const archive = (name: string): Buffer =>
            zip({
                'package.xml': packageXml({ CustomLabel: [name] }),
                'labels/CustomLabels.labels': metadataFile('CustomLabels', label(name))
            });
        await run(deployments, archive('First'));
        await run(deployments, archive('Second'));
        const importing = (name: string): ArchiveFiles =>
            bundle({ 'tile.js': `import l from '@salesforce/label/c.${name}';\n${SCRIPT}`, 'tile.js-meta.xml': META });
        const names = packageXml({ LightningComponentBundle: ['tile'] });
        expect((await run(deployments, zip({ 'package.xml': names, ...importing('First') }))).status).toBe('Succeeded');
        expect(failuresOf(await run(deployments, zip({ 'package.xml': names, ...importing('Third') })))).toEqual([
            ['LightningComponentBundle', 'tile', 'Invalid reference c.Third of type label in file tile.js', 1]
        ]);
    });

    it('add texts of another language to those the org has, for labels that exist', async () => {
        const deployments = new Deployments(documents, Date.now);
        const labels = ['First', 'Second'].map(
            (name) =>
                `<labels><fullName>${name}</fullName><language>en_US</language><protected>false</protected><shortDescription>x</shortDescription><value>x</value></labels>`
        );
        const labelFile = { 'labels/CustomLabels.labels': metadataFile('CustomLabels', labels.join('')) };
        await run(deployments, zip({ 'package.xml': packageXml({ CustomLabels: ['CustomLabels'] }), ...labelFile }));
        const translate = (name: string, label: string): Promise<Deployment> =>
            run(
                deployments,
                zip({
                    'package.xml': packageXml({ Translations: ['de'] }),
                    'translations/de.translation': metadataFile(
                        'Translations',
                        `<customLabels>\n<label>${label}</label>\n<name>${name}</name>\n</customLabels>`
                    )
                })
            );
        expect(failuresOf(await translate('First', 'Erstes'))).toEqual([]);
        expect((await translate('Second', 'Zweites')).status).toBe('Succeeded');
        const again = await translate('First', 'Erstes');
        expect(again.successes.map(({ component }) => [component.type, component.fullName])).toContainEqual([
            'Translations',
            'de'
        ]);
        expect(failuresOf(await translate('Third', 'Drittes'))).toEqual([
            ['Translations', 'de', 'In field: name - no CustomLabel named Third found', expect.any(Number)]
        ]);
    });
});

describe('Lightning web components', () => {
    it('are deployed', async () => {
        const deployment = await deployBundle({
            'tile.css': '.x { color: red; }',
            'words.js': "export const WORDS = 'words';",
            'tile.js': `import { WORDS } from './words';\nimport FIELD from '@salesforce/schema/Use__c.Link__r.Slug__c';\nimport { api } from 'lwc';\n${SCRIPT}`,
            'tile.html': '<template><lightning-button></lightning-button><!-- <c-nope></c-nope> --></template>'
        });
        expect(failuresOf(deployment)).toEqual([]);
    });

    it.each<[string, ArchiveFiles, string, number | undefined]>([
        ['a syntax error', { 'tile.js': `${SCRIPT}const x = ;` }, 'LWC1007: tile.js: Unexpected token', 3],
        ['a template that is not valid', { 'tile.html': '<template>\n<p onclick="go()"></p></template>' }, 'LWC', 2],
        [
            'a label that does not exist',
            { 'tile.js': `\nimport l from '@salesforce/label/c.Nope';\n${SCRIPT}` },
            'Invalid reference c.Nope of type label in file tile.js',
            2
        ],
        [
            'a field that does not exist',
            { 'tile.js': `import f from '@salesforce/schema/Use__c.Nope__c';\n${SCRIPT}` },
            'Invalid reference Use__c.Nope__c of type sobjectField in file tile.js',
            1
        ],
        [
            'an object that does not exist',
            { 'tile.js': `import o from '@salesforce/schema/Nope__c';\n${SCRIPT}` },
            'Invalid reference Nope__c of type sobjectClass in file tile.js',
            1
        ],
        [
            'a bundle that does not exist',
            { 'tile.js': `import { x } from 'c/nope';\n${SCRIPT}` },
            'No MODULE named markup://c:nope found : [markup://c:tile]',
            1
        ],
        [
            'a tag that does not exist',
            { 'tile.html': '<template>\n<c-no-pe></c-no-pe></template>' },
            'No MODULE named markup://c:noPe found : [markup://c:tile]',
            2
        ],
        [
            'a base component that does not exist',
            { 'tile.html': '<template><lightning-nope></lightning-nope></template>' },
            'No MODULE named markup://lightning:nope found : [markup://c:tile]',
            1
        ],
        [
            'a platform module that does not exist',
            { 'tile.js': `import { x } from 'lightning/nope';\n${SCRIPT}` },
            'No MODULE named markup://lightning:nope found',
            1
        ],
        [
            'Apex that does not exist',
            { 'tile.js': `import go from '@salesforce/apex/Nope.go';\n${SCRIPT}` },
            "Unable to find Apex action class referenced as 'Nope'.",
            1
        ],
        [
            'a file that is missing',
            { 'tile.js': `import x from './nope';\n${SCRIPT}` },
            'Failed to resolve import "./nope" from "tile.js"',
            1
        ],
        [
            'a package from elsewhere',
            { 'tile.js': `import x from 'lodash';\n${SCRIPT}` },
            'Invalid import of "lodash"',
            1
        ],
        ['TypeScript', { 'words.ts': 'export type X = string;' }, 'Unexpected file words.ts', undefined],
        [
            'an unknown target',
            {
                'tile.js-meta.xml': metadataFile(
                    'LightningComponentBundle',
                    '<isExposed>true</isExposed><targets>\n<target>lightning__Nowhere</target></targets>'
                )
            },
            "'lightning__Nowhere' is not a target",
            4
        ]
    ])('fail with %s', async (_case, files, problem, line) => {
        expect(failuresOf(await deployBundle(files))).toEqual([
            ['LightningComponentBundle', 'tile', expect.stringContaining(problem), line]
        ]);
    });

    it('fail without configuration and without script and template', async () => {
        const deployment = await deploy({ LightningComponentBundle: ['tile'] }, bundle({ 'other.js': '' }));
        expect(deployment.failures.map(({ problem }) => problem)).toEqual([
            expect.stringContaining('no tile.js-meta.xml'),
            expect.stringContaining('tile.js or tile.html')
        ]);
    });
});

describe('the package', () => {
    const DATE = object('Use__c', field('X__c', '<type>Date</type>'));
    it.each<[string, ArchiveFiles, string, string]>([
        ['there is none', DATE, 'package.xml', 'No package.xml found'],
        ['it is not well-formed', { ...DATE, 'package.xml': '<Package>' }, 'package.xml', 'Error parsing file'],
        [
            'it names what is not there',
            { ...DATE, 'package.xml': packageXml({ CustomField: ['Use__c.X__c', 'Use__c.Y__c'] }) },
            'Use__c.Y__c',
            "An object 'Use__c.Y__c' of type CustomField was named in package.xml, but was not found in zipped directory"
        ],
        ['it leaves something out', { ...DATE, 'package.xml': packageXml({}) }, 'Use__c.X__c', 'Not in package.xml'],
        [
            'it names an unknown type',
            { ...DATE, 'package.xml': packageXml({ CustomField: ['Use__c.X__c'], Flow: ['F'] }) },
            'package.xml',
            "Unknown type name 'Flow' specified in package.xml"
        ],
        [
            'files of an unknown type are there',
            { ...DATE, 'package.xml': packageXml({ CustomField: ['Use__c.X__c'] }), 'classes/X.cls': '' },
            'classes/X.cls',
            'does not support metadata of this kind'
        ],
        [
            'it wants something deleted',
            {
                ...DATE,
                'package.xml': packageXml({ CustomField: ['Use__c.X__c'] }),
                'destructiveChanges.xml': packageXml({})
            },
            'destructiveChanges.xml',
            'does not support destructive changes'
        ]
    ])('fails when %s', async (_case, files, fullName, problem) => {
        const deployment = await run(new Deployments(documents, Date.now), zip(files));
        expect(deployment.failures.map((failure) => [failure.component.fullName, failure.problem])).toContainEqual([
            fullName,
            expect.stringContaining(problem)
        ]);
        expect(deployment.status).toBe('Failed');
    });
});

describe('options', () => {
    it.each([
        '{"rollbackOnError":false}',
        '{"runTests":["X"]}',
        '{"allowMissingFiles":true}',
        '{"singlePackage":false}'
    ])('that the dev org cannot honour are refused: %s', (options) => {
        expect(() => readDeployOptions(`{"deployOptions":${options}}`)).toThrow('The dev org does not support');
    });

    it('of the wrong shape are refused', () => {
        expect(() => readDeployOptions('{"deployOptions":{"checkOnly":"yes"}}')).toThrow('checkOnly');
        expect(() => readDeployOptions('{')).toThrow('JSON');
    });
});
