import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { loadProject } from '../metadata/loadProject.ts';
import type { Project } from '../metadata/project.ts';

type Elements = Record<string, string | number | boolean>;

const elements = (values: Elements): string =>
    Object.entries(values)
        .map(([name, value]) => `<${name}>${value}</${name}>`)
        .join('');

/** A metadata file with this root element. */
export function xml(root: string, content: string): string {
    return `<?xml version="1.0" encoding="UTF-8"?>\n<${root} xmlns="http://soap.sforce.com/2006/04/metadata">${content}</${root}>\n`;
}

/** An object file; `content` holds what goes beyond labels. */
export function objectFile(name: string, content: Elements & { nameField: string }): [string, string] {
    const label = name.replace(/__(c|mdt)$/, '');
    return [
        `objects/${name}/${name}.object-meta.xml`,
        xml('CustomObject', elements({ label, pluralLabel: `${label}s`, sharingModel: 'Private', ...content }))
    ];
}

/** A field file; `type` and what it needs. */
export function fieldFile(objectName: string, fieldName: string, content: Elements): [string, string] {
    return [
        `objects/${objectName}/fields/${fieldName}.field-meta.xml`,
        xml('CustomField', elements({ fullName: fieldName, label: fieldName.replace('__c', ''), ...content }))
    ];
}

export function ruleFile(objectName: string, name: string, content: Elements): [string, string] {
    return [
        `objects/${objectName}/validationRules/${name}.validationRule-meta.xml`,
        xml('ValidationRule', elements({ fullName: name, active: true, ...content }))
    ];
}

export const TEXT_NAME = '<label>Name</label><type>Text</type>';
export const autoNumber = (displayFormat: string): string =>
    `<label>Number</label><type>AutoNumber</type><displayFormat>${displayFormat}</displayFormat>`;
export const picklist = (...values: string[]): string =>
    `<restricted>true</restricted><valueSetDefinition><sorted>false</sorted>${values
        .map((value, position) => `<value><fullName>${value}</fullName><default>${position === 0}</default></value>`)
        .join('')}</valueSetDefinition>`;

const UNIQUE = { unique: true, externalId: true, caseSensitive: true };

const CRUD = ['allowCreate', 'allowRead', 'allowEdit', 'allowDelete'];

/**
 * A permission set file.
 * @param objects by name, the rights that are granted
 * @param fields `Object.Field`, all readable; those with a trailing `+` editable too
 */
export function permissionSetFile(name: string, objects: Record<string, string[]>, fields: string[]): [string, string] {
    const objectPermissions = Object.entries(objects).map(([object, rights]) => {
        const granted = Object.fromEntries(rights.map((right) => [right, true]));
        return `<objectPermissions>${elements({ object, ...granted })}</objectPermissions>`;
    });
    const fieldPermissions = fields.map((entry) => {
        const editable = entry.endsWith('+');
        const field = entry.replace(/\+$/, '');
        return `<fieldPermissions>${elements({ editable, field, readable: true })}</fieldPermissions>`;
    });
    return [
        `permissionsets/${name}.permissionset-meta.xml`,
        xml('PermissionSet', [`<label>${name}</label>`, ...objectPermissions, ...fieldPermissions].join(''))
    ];
}

const EVERY_FIELD = [
    ...['Kind__c.Key__c+', 'Kind__c.Note__c+', 'Link__c.IsActive__c+', 'Link__c.IsShared__c+', 'Link__c.ExpiresAt__c+'],
    ...['Link__c.Url__c', 'Use__c.Link__c+', 'Use__c.Email__c+', 'Use__c.ClaimedBy__c+', 'Event.BookingUid__c+']
];

/** A small product: meeting types, links to them with hosts, single uses of links. */
export const FIXTURE: Record<string, string> = Object.fromEntries([
    objectFile('Kind__c', { nameField: TEXT_NAME }),
    fieldFile('Kind__c', 'Key__c', { type: 'Text', length: 40, unique: true, externalId: true }),
    fieldFile('Kind__c', 'Minutes__c', { type: 'Number', precision: 4, scale: 0, required: true, defaultValue: 30 }),
    fieldFile('Kind__c', 'Note__c', { type: 'LongTextArea', length: 2000, visibleLines: 3 }),
    objectFile('Link__c', { nameField: TEXT_NAME, enableActivities: true }),
    fieldFile('Link__c', 'Slug__c', { type: 'Text', length: 20, required: true, ...UNIQUE }),
    fieldFile('Link__c', 'Kind__c', {
        ...{ type: 'Lookup', referenceTo: 'Kind__c', relationshipName: 'Links', required: true },
        deleteConstraint: 'Restrict'
    }),
    fieldFile('Link__c', 'IsActive__c', { type: 'Checkbox', defaultValue: true }),
    fieldFile('Link__c', 'IsShared__c', { type: 'Checkbox', defaultValue: false }),
    fieldFile('Link__c', 'ExpiresAt__c', { type: 'DateTime' }),
    fieldFile('Link__c', 'Url__c', {
        type: 'Text',
        formula: '$CustomMetadata.AdmitOneSetting__mdt.Default.ServiceUrl__c &amp; "/l/" &amp; Slug__c'
    }),
    objectFile('Host__c', { nameField: autoNumber('H-{000}'), sharingModel: 'ControlledByParent' }),
    fieldFile('Host__c', 'Link__c', { type: 'MasterDetail', referenceTo: 'Link__c', relationshipName: 'Hosts' }),
    fieldFile('Host__c', 'Role__c', { type: 'Picklist', required: true, valueSet: picklist('Host', 'Guest') }),
    objectFile('Use__c', { nameField: autoNumber('U-{0000}') }),
    fieldFile('Use__c', 'Hash__c', { type: 'Text', length: 64, required: true, ...UNIQUE }),
    fieldFile('Use__c', 'Link__c', { type: 'Lookup', referenceTo: 'Link__c', relationshipName: 'Uses' }),
    fieldFile('Use__c', 'Email__c', { type: 'Email' }),
    fieldFile('Use__c', 'ClaimedBy__c', { type: 'Text', length: 36 }),
    ruleFile('Use__c', 'ClaimIsFinal', {
        errorConditionFormula: 'AND(ISCHANGED(ClaimedBy__c), NOT(ISBLANK(PRIORVALUE(ClaimedBy__c))))',
        ...{ errorDisplayField: 'ClaimedBy__c', errorMessage: 'Claimed already.' }
    }),
    fieldFile('Activity', 'BookingUid__c', { type: 'Text', length: 36 }),
    permissionSetFile(
        'Everything',
        Object.fromEntries(
            ['Kind__c', 'Link__c', 'Host__c', 'Use__c'].map((name) => [
                name,
                [...CRUD, 'viewAllRecords', 'modifyAllRecords']
            ])
        ),
        EVERY_FIELD
    ),
    [
        'objects/AdmitOneSetting__mdt/AdmitOneSetting__mdt.object-meta.xml',
        xml('CustomObject', '<label>Setting</label><pluralLabel>Settings</pluralLabel>')
    ],
    fieldFile('AdmitOneSetting__mdt', 'ServiceUrl__c', { type: 'Text', length: 255 }),
    [
        'customMetadata/AdmitOneSetting.Default.md-meta.xml',
        xml(
            'CustomMetadata',
            '<label>Default</label><values><field>ServiceUrl__c</field><value>http://127.0.0.1:4000</value></values>'
        )
    ]
]);

/**
 * Writes a Salesforce project, lets `use` read it, and removes it again: whoever loads a project keeps what it says.
 * `files` are paths from force-app/main/default.
 */
export function withProject<T>(use: (dir: string) => T, files: Record<string, string> = FIXTURE): T {
    const dir = mkdtempSync(join(tmpdir(), 'dev-org-project-'));
    const remove = (): void => rmSync(dir, { recursive: true, force: true });
    let result: T;
    try {
        writeFileSync(join(dir, 'sfdx-project.json'), JSON.stringify({ sourceApiVersion: '66.0' }));
        for (const [path, content] of Object.entries(files)) {
            const file = join(dir, 'force-app', 'main', 'default', path);
            mkdirSync(dirname(file), { recursive: true });
            writeFileSync(file, content);
        }
        result = use(dir);
    } catch (error) {
        remove();
        throw error;
    }
    if (result instanceof Promise) return result.finally(remove) as T;
    remove();
    return result;
}

/** What a project of these files says. @throws Error naming every file that cannot be used */
export const loadFixture = (files?: Record<string, string>): Project => withProject(loadProject, files);
