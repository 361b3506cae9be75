import { documentsOf } from '../documents.ts';
import type { Problem } from '../problems.ts';
import { standardObjectNames, standardFieldOf } from '../standard/index.ts';
import { all, flag, textOf } from '../xmlElement.ts';
import type { Documents, XmlElement } from '../xmlElement.ts';
import { isAlwaysGranted, masterDetailOf } from './objectFolders.ts';
import type { FieldFile, ObjectFolder } from './objectFolders.ts';

const LONGEST_DESCRIPTION = 255;

/** What each right on an object presupposes on the same object. */
const PRESUPPOSED: Record<string, string[]> = {
    allowCreate: ['allowRead'],
    allowEdit: ['allowRead'],
    allowDelete: ['allowRead', 'allowEdit'],
    viewAllRecords: ['allowRead'],
    modifyAllRecords: ['allowRead', 'allowEdit', 'allowDelete', 'viewAllRecords']
};
/** Standard objects that can only be read together with others. */
const READ_TOGETHER: Record<string, string[]> = { Contact: ['Account'], Opportunity: ['Account'], Case: ['Account'] };

/** A finding in one permission set: what, and at which of its elements. */
type Finding = [message: string, at: XmlElement];

/** What a deploy refuses in permission sets. */
export function permissionProblems(folders: Map<string, ObjectFolder>, documents: Documents): Problem[] {
    return [...documentsOf(documents, 'permissionsets', '.permissionset-meta.xml')].flatMap(([name, set]) =>
        findings(set, folders, documents).map(([message, at]) => ({
            source: `permissionsets/${name}.permissionset-meta.xml`,
            message,
            at
        }))
    );
}

function findings(set: XmlElement, folders: Map<string, ObjectFolder>, documents: Documents): Finding[] {
    const description = textOf(set, 'description') ?? '';
    return [
        ...(description.length > LONGEST_DESCRIPTION
            ? [[`a description has at most ${LONGEST_DESCRIPTION} characters`, set] satisfies Finding]
            : []),
        ...all(set, 'fieldPermissions').flatMap((permission) => fieldFindings(permission, folders)),
        ...objectFindings(set, folders),
        ...unknownNames(
            set,
            { list: 'tabSettings', element: 'tab', type: 'CustomTab' },
            (tab) => tab.startsWith('standard-') || documents.has(`tabs/${tab}.tab-meta.xml`)
        ),
        ...unknownNames(
            set,
            { list: 'applicationVisibilities', element: 'application', type: 'CustomApplication' },
            (app) => documents.has(`applications/${app}.app-meta.xml`)
        ),
        ...doubled(set)
    ];
}

/** The field behind `Object.Field`; a custom field of Event or Task is declared on Activity. */
export function fieldOfPermission(path: string, folders: Map<string, ObjectFolder>): FieldFile | undefined {
    const [objectName = '', fieldName = ''] = path.split('.');
    const declaredOn = objectName === 'Event' || objectName === 'Task' ? 'Activity' : objectName;
    return folders.get(declaredOn)?.fields.get(fieldName);
}

function fieldFindings(permission: XmlElement, folders: Map<string, ObjectFolder>): Finding[] {
    const path = textOf(permission, 'field') ?? '';
    const isEditable = flag(permission, 'editable');
    const unreadable: Finding[] =
        isEditable && !flag(permission, 'readable') ? [[`${path} is editable but not readable`, permission]] : [];
    const standard = standardFieldOf(path);
    if (standard)
        return standard.isRequired ? [[`You cannot deploy to a required field: ${path}`, permission]] : unreadable;
    const field = fieldOfPermission(path, folders);
    if (!field) return [[notFound('field', 'CustomField', path), permission]];
    if (isAlwaysGranted(field)) return [[`You cannot deploy to a required field: ${path}`, permission]];
    if (field.formula !== undefined && isEditable) {
        return [[`${path} is a formula and cannot be editable`, permission]];
    }
    return unreadable;
}

function objectFindings(set: XmlElement, folders: Map<string, ObjectFolder>): Finding[] {
    const known = new Set([...standardObjectNames(), ...folders.keys()]);
    const granted = new Map(all(set, 'objectPermissions').map((entry) => [textOf(entry, 'object') ?? '', entry]));
    return [...granted].flatMap(([name, rights]): Finding[] => {
        if (!known.has(name)) return [[notFound('object', 'CustomObject', name), rights]];
        const missing = [
            ...presupposedRights(name, rights),
            ...(READ_TOGETHER[name] ?? [])
                .filter((other) => !flag(granted.get(other), 'allowRead'))
                .map((other) => dependsOn('allowRead', name, 'allowRead', other)),
            ...masterRights(folders.get(name), granted)
        ];
        return missing.map((message) => [message, rights]);
    });
}

function presupposedRights(name: string, rights: XmlElement): string[] {
    return Object.entries(PRESUPPOSED).flatMap(([right, needed]) =>
        flag(rights, right)
            ? needed.filter((other) => !flag(rights, other)).map((other) => dependsOn(right, name, other, name))
            : []
    );
}

/** Rights on a detail presuppose rights on its master. */
function masterRights(detail: ObjectFolder | undefined, granted: Map<string, XmlElement>): string[] {
    const masterName = detail && masterDetailOf(detail)?.referenceTo;
    if (!detail || masterName === undefined) return [];
    const master = granted.get(masterName);
    return ['allowRead', 'viewAllRecords', 'modifyAllRecords']
        .filter((right) => flag(granted.get(detail.name), right) && !flag(master, right))
        .map((right) => dependsOn(right, detail.name, right, masterName));
}

const WORDS: Record<string, string> = {
    allowCreate: 'Create',
    allowRead: 'Read',
    allowEdit: 'Edit',
    allowDelete: 'Delete',
    viewAllRecords: 'View All',
    modifyAllRecords: 'Modify All'
};

const dependsOn = (right: string, name: string, needed: string, other: string): string =>
    `Permission ${WORDS[right] ?? right} ${name} depends on permission(s): ${WORDS[needed] ?? needed} ${other}`;

const notFound = (element: string, type: string, name: string): string =>
    `In field: ${element} - no ${type} named ${name} found`;

function unknownNames(
    set: XmlElement,
    { list, element, type }: { list: string; element: string; type: string },
    isKnown: (name: string) => boolean
): Finding[] {
    return all(set, list).flatMap((entry): Finding[] => {
        const name = textOf(entry, element) ?? '';
        return isKnown(name) ? [] : [[notFound(element, type, name), entry]];
    });
}

function doubled(set: XmlElement): Finding[] {
    return [
        ['fieldPermissions', 'field'],
        ['objectPermissions', 'object']
    ].flatMap(([list = '', element = '']) =>
        [...Map.groupBy(all(set, list), (entry) => textOf(entry, element) ?? '')].flatMap(([name, entries]) =>
            entries.slice(1).map((entry): Finding => [`${name} is granted twice`, entry])
        )
    );
}
