import { join } from 'node:path';
import { fieldFile, FIXTURE, objectFile, TEXT_NAME, loadFixture, xml } from '../testing/fixtureProject.ts';
import { createRecordStore } from '../store/createRecordStore.ts';
import { loadProject } from './loadProject.ts';

const load = (files: Record<string, string>) => loadFixture({ ...FIXTURE, ...files });
const file = (entry: [string, string]): Record<string, string> => Object.fromEntries([entry]);
const permissions = (content: string) => ({
    'permissionsets/Rep.permissionset-meta.xml': xml('PermissionSet', `<label>Rep</label>${content}`)
});

describe('loadProject', () => {
    it('reads objects, fields and relationships both ways', () => {
        const { schema } = load({});
        const link = schema.object('link__C')!;
        expect(link.field('SLUG__c')).toMatchObject({
            type: 'string',
            length: 20,
            isUnique: true,
            isCaseSensitive: true
        });
        expect(link.fieldOfRelationship('kind__r')?.name).toBe('Kind__c');
        expect(link.childRelationships.map(({ name }) => name)).toEqual(
            expect.arrayContaining(['Hosts__r', 'Uses__r', 'Events'])
        );
        expect(link.hasOwner).toBe(true);
        expect(schema.object('Host__c')!.hasOwner).toBe(false);
        expect(schema.objectOfId(`${link.keyPrefix}5e0000000001AAA`)).toBe(link);
        expect(schema.object('Event')!.field('BookingUid__c')).toBeDefined();
        expect(schema.object('Task')!.field('BookingUid__c')).toBeDefined();
        expect(schema.customMetadata.get('AdmitOneSetting__mdt')?.get('Default')).toMatchObject({
            ServiceUrl__c: 'http://127.0.0.1:4000'
        });
    });

    it('leaves key prefixes as they are when an object joins', () => {
        const before = load({}).schema.object('Link__c')!.keyPrefix;
        const after = load(file(objectFile('Another__c', { nameField: TEXT_NAME }))).schema.object(
            'Link__c'
        )!.keyPrefix;
        expect(after).toBe(before);
    });

    it('reads permission sets, sharing rules, labels, tabs, apps and pages', () => {
        const project = load({
            ...permissions(
                `<objectPermissions><object>Link__c</object><allowRead>true</allowRead><allowCreate>false</allowCreate></objectPermissions>
                <fieldPermissions><field>Link__c.ExpiresAt__c</field><readable>true</readable><editable>false</editable></fieldPermissions>`
            ),
            'sharingRules/Link__c.sharingRules-meta.xml': xml(
                'SharingRules',
                `<sharingCriteriaRules><fullName>Shared</fullName><accessLevel>Read</accessLevel><label>Shared</label>
                <sharedTo><allInternalUsers></allInternalUsers></sharedTo>
                <criteriaItems><field>IsShared__c</field><operation>equals</operation><value>true</value></criteriaItems></sharingCriteriaRules>`
            ),
            'labels/CustomLabels.labels-meta.xml': xml(
                'CustomLabels',
                '<labels><fullName>Hello</fullName><value>Hello there</value><language>en_US</language></labels>'
            ),
            'tabs/Link__c.tab-meta.xml': xml(
                'CustomTab',
                '<customObject>true</customObject><motif>Custom57: Block</motif>'
            ),
            'applications/App.app-meta.xml': xml('CustomApplication', '<label>App</label><tabs>Link__c</tabs>'),
            'flexipages/Page.flexipage-meta.xml': xml(
                'FlexiPage',
                `<flexiPageRegions><itemInstances><componentInstance><componentName>copyLinkCard</componentName>
                <componentInstanceProperties><name>title</name><value>001</value></componentInstanceProperties></componentInstance></itemInstances>
                <name>main</name><type>Region</type></flexiPageRegions><masterLabel>Page</masterLabel>
                <sobjectType>Lead</sobjectType><template><name>one</name></template><type>RecordPage</type>`
            )
        });
        expect(project.permissionSets.find(({ name }) => name === 'Rep')?.objects.get('Link__c')).toMatchObject({
            allowRead: true,
            allowCreate: false
        });
        expect(project.sharingRules).toMatchObject([{ objectName: 'Link__c', accessLevel: 'Read' }]);
        expect(project.schema.labels.get('Hello')).toBe('Hello there');
        expect(project.tabs).toMatchObject([{ name: 'Link__c', kind: 'object', target: 'Link__c' }]);
        expect(project.applications).toMatchObject([{ name: 'App', tabs: ['Link__c'] }]);
        expect(project.flexipages[0]?.regions[0]?.items).toMatchObject([
            { name: 'copyLinkCard', properties: { title: '001' } }
        ]);
    });

    const LOOKUP = { type: 'Lookup', referenceTo: 'Kind__c', relationshipName: 'More' };
    it.each<[string, Record<string, string>, string]>([
        [
            'a field type it does not know',
            file(fieldFile('Kind__c', 'X__c', { type: 'Location' })),
            'fields of type Location'
        ],
        [
            'an element it does not know',
            file(fieldFile('Kind__c', 'X__c', { type: 'Date', maskChar: 'x' })),
            '<maskChar>'
        ],
        [
            'a default it cannot compute',
            file(fieldFile('Kind__c', 'X__c', { type: 'Date', defaultValue: 'TODAY()' })),
            'use a literal'
        ],
        ['a folder it does not know', { 'classes/X.cls': '' }, 'classes: the dev org does not know this folder'],
        [
            'a required lookup that may be emptied',
            file(fieldFile('Use__c', 'X__c', { ...LOOKUP, required: true })),
            'must specify either cascade delete or restrict delete'
        ],
        [
            'a lookup to nothing',
            file(fieldFile('Use__c', 'X__c', { ...LOOKUP, referenceTo: 'Nope__c' })),
            "referenceTo value of 'Nope__c'"
        ],
        [
            'a relationship name used twice',
            file(fieldFile('Use__c', 'X__c', { ...LOOKUP, relationshipName: 'Links' })),
            'already a Child Relationship named Links on Kind__c'
        ],
        [
            'a long text without lines',
            file(fieldFile('Kind__c', 'X__c', { type: 'LongTextArea', length: 500 })),
            "Must specify 'visibleLines'"
        ],
        [
            'a detail with sharing of its own',
            file(fieldFile('Use__c', 'X__c', { type: 'MasterDetail', referenceTo: 'Kind__c' })),
            'ControlledByParent'
        ],
        ['a name that is too long', file(fieldFile('Kind__c', `${'X'.repeat(41)}__c`, { type: 'Date' })), 'at most 40'],
        [
            'field permissions on a required field',
            permissions('<fieldPermissions><field>Link__c.Slug__c</field><readable>true</readable></fieldPermissions>'),
            'You cannot deploy to a required field: Link__c.Slug__c'
        ],
        [
            'edit without read',
            permissions('<objectPermissions><object>Link__c</object><allowEdit>true</allowEdit></objectPermissions>'),
            'Permission Edit Link__c depends on permission(s): Read Link__c'
        ]
    ])('refuses %s and names the file', (_case, files, message) => {
        expect(() => load(files)).toThrow(message);
    });

    it.each([
        ['objects/Kind__c/fields/X__c.field-meta.xml', 'CustomField', '    <type>Location</type>', 5],
        ['objects/Kind__c/fields/X__c.field-meta.xml', 'CustomField', '    <maskChar>x</maskChar><type>Date</type>', 5],
        ['objects/Kind__c/fields/X__c.field-meta.xml', 'CustomField', '<type>Date</type>\n</oops>', 6]
    ])('says in which line of %s (%s) it stands: %s', (path, root, content, line) => {
        const source = xml(root, `\n<fullName>X__c</fullName>\n<label>X</label>\n${content}\n`);
        expect(() => load({ [path]: source })).toThrow(`${path}:${line}: `);
    });

    it.each(['objectTranslations', 'flows', 'classes'])('refuses the folder %s', (folder) => {
        expect(() => load({ [`${folder}/X.xml`]: '' })).toThrow(`${folder}: the dev org does not know this folder`);
    });

    it('reads quick actions that open components, and refuses others', () => {
        const action = (type: string) => ({
            'quickActions/Link__c.Copy.quickAction-meta.xml': xml(
                'QuickAction',
                `<label>Copy</label><lightningWebComponent>copyLink</lightningWebComponent>
                <optionsCreateFeedItem>false</optionsCreateFeedItem><type>${type}</type>`
            )
        });
        expect(load(action('LightningWebComponent')).quickActions).toEqual([
            { name: 'Link__c.Copy', objectName: 'Link__c', label: 'Copy', component: 'copyLink', kind: 'screen' }
        ]);
        expect(() => load(action('Flow'))).toThrow('does not support quick actions of type Flow');
    });

    it('refuses what counts blanks as zero, which the formula engine does not do', () => {
        const formula = { type: 'Text', formula: '"x"', formulaTreatBlanksAs: 'BlankAsZero' };
        expect(() => load(file(fieldFile('Kind__c', 'X__c', formula)))).toThrow('BlankAsZero');
    });

    describe('global value sets', () => {
        const valueSet = '<restricted>true</restricted><valueSetName>Colours</valueSetName>';
        const field = file(fieldFile('Kind__c', 'Colour__c', { type: 'Picklist', valueSet }));
        const colours = (values: string) => ({
            'globalValueSets/Colours.globalValueSet-meta.xml': xml(
                'GlobalValueSet',
                `${values}<masterLabel>Colours</masterLabel><sorted>false</sorted>`
            )
        });
        const value = (name: string, rest = '<default>false</default>'): string =>
            `<customValue><fullName>${name}</fullName><label>${name} wine</label>${rest}</customValue>`;
        const RED_AND_WHITE = value('Red', '<default>true</default>') + value('White');

        it('give their values to the fields that use them, restricted', () => {
            const gone = value('Pink', '<default>false</default><isActive>false</isActive>');
            const { schema } = load({ ...field, ...colours(RED_AND_WHITE + gone) });
            expect(schema.object('Kind__c')?.field('Colour__c')).toMatchObject({
                ...{ defaultValue: 'Red' },
                picklist: {
                    isRestricted: true,
                    values: [
                        { value: 'Red', label: 'Red wine', isDefault: true, isActive: true },
                        { value: 'White', isDefault: false, isActive: true },
                        { value: 'Pink', isActive: false }
                    ]
                }
            });
        });

        it.each([
            [
                'that do not exist are refused',
                {},
                /Colour__c\.field-meta\.xml:\d+.*no GlobalValueSet named Colours found/
            ],
            ['with a doubled value are refused', colours(value('Red') + value('red')), 'a picklist value is doubled'],
            [
                'with two defaults are refused',
                colours(value('Red', '<default>true</default>') + value('White', '<default>true</default>')),
                'a picklist has one default at most'
            ],
            ['with elements nobody knows are refused', colours('<colour>Red</colour>'), 'colour']
        ])('%s', (_title, set, problem) => {
            expect(() => load({ ...field, ...set })).toThrow(problem);
        });
    });

    it('names every problem at once', () => {
        const bad = (name: string) => file(fieldFile('Kind__c', name, { type: 'Location' }));
        expect(() => load({ ...bad('A__c'), ...bad('B__c') })).toThrow(/A__c\.field-meta[\s\S]*B__c\.field-meta/);
    });

    it('reads what this repository deploys, and every formula in it compiles', () => {
        const { schema, permissionSets } = loadProject(join(__dirname, '..', '..', '..'));
        expect([...schema.objects.keys()]).toEqual(
            expect.arrayContaining(['BookingLink__c', 'SingleUseLink__c', 'Meeting__c'])
        );
        expect(() => createRecordStore(schema, { permissionSets })).not.toThrow();
    });
});
