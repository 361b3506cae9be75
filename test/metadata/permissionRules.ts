import { all, flag, textOf } from '../support/xml.ts';
import type { XmlElement } from '../support/xml.ts';
import { documentsOf, isAlwaysGranted, masterDetailOf } from './forceApp.ts';
import type { Documents, FieldFile, ObjectFolder } from './forceApp.ts';

/** Standard fields our permission sets may grant; the platform takes field permissions on these. */
const STANDARD_FIELDS = new Set([
    ...['Lead.Email', 'Lead.Phone', 'Lead.Title', 'Contact.AccountId', 'Contact.Email', 'Contact.Phone'],
    ...['Contact.Title', 'Opportunity.AccountId', 'Case.AccountId', 'Case.ContactId', 'Case.Subject'],
    ...['Event.Description', 'Event.Location', 'Event.WhatId', 'Event.WhoId']
]);
const STANDARD_OBJECTS = new Set(['Lead', 'Contact', 'Account', 'Opportunity', 'Case']);
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

/** What a deploy refuses in permission sets. */
export function permissionProblems(folders: Map<string, ObjectFolder>, documents: Documents): string[] {
    return [...documentsOf(documents, 'permissionsets', '.permissionset-meta.xml')].flatMap(([name, set]) =>
        [
            ...((textOf(set, 'description') ?? '').length > LONGEST_DESCRIPTION
                ? [`a description has at most ${LONGEST_DESCRIPTION} characters`]
                : []),
            ...all(set, 'fieldPermissions').flatMap((permission) => fieldProblems(permission, folders)),
            ...objectProblems(set, folders),
            ...all(set, 'tabSettings').flatMap((setting) => tabProblems(textOf(setting, 'tab') ?? '', documents)),
            ...all(set, 'applicationVisibilities').flatMap((visibility) =>
                appProblems(textOf(visibility, 'application') ?? '', documents)
            ),
            ...doubled(set)
        ].map((problem) => `permissionsets/${name}: ${problem}`)
    );
}

/** The field behind `Object.Field`; a custom field of Event or Task is declared on Activity. */
export function fieldOfPermission(path: string, folders: Map<string, ObjectFolder>): FieldFile | undefined {
    const [objectName = '', fieldName = ''] = path.split('.');
    const declaredOn = objectName === 'Event' || objectName === 'Task' ? 'Activity' : objectName;
    return folders.get(declaredOn)?.fields.get(fieldName);
}

function fieldProblems(permission: XmlElement, folders: Map<string, ObjectFolder>): string[] {
    const path = textOf(permission, 'field') ?? '';
    const isEditable = flag(permission, 'editable');
    const unreadable = isEditable && !flag(permission, 'readable') ? [`${path} is editable but not readable`] : [];
    if (STANDARD_FIELDS.has(path)) return unreadable;
    const field = fieldOfPermission(path, folders);
    if (!field) return [`field ${path} does not exist`];
    if (isAlwaysGranted(field)) return [`${path} is required or master-detail and takes no permission`];
    if (field.formula !== undefined && isEditable) return [`${path} is a formula and cannot be editable`];
    return unreadable;
}

function objectProblems(set: XmlElement, folders: Map<string, ObjectFolder>): string[] {
    const granted = new Map(all(set, 'objectPermissions').map((entry) => [textOf(entry, 'object') ?? '', entry]));
    return [...granted].flatMap(([name, rights]) => {
        if (!STANDARD_OBJECTS.has(name) && !folders.has(name)) return [`object ${name} does not exist`];
        return [
            ...Object.entries(PRESUPPOSED).flatMap(([right, needed]) =>
                flag(rights, right)
                    ? needed
                          .filter((other) => !flag(rights, other))
                          .map((other) => `${right} of ${name} needs ${other}`)
                    : []
            ),
            ...(READ_TOGETHER[name] ?? [])
                .filter((other) => !flag(granted.get(other), 'allowRead'))
                .map((other) => `reading ${name} needs reading ${other}`),
            ...masterProblems(folders.get(name), granted)
        ];
    });
}

/** Rights on a detail presuppose rights on its master. */
function masterProblems(detail: ObjectFolder | undefined, granted: Map<string, XmlElement>): string[] {
    const masterName = detail && masterDetailOf(detail)?.referenceTo;
    if (!detail || masterName === undefined) return [];
    const master = granted.get(masterName);
    return ['allowRead', 'viewAllRecords', 'modifyAllRecords']
        .filter((right) => flag(granted.get(detail.name), right) && !flag(master, right))
        .map((right) => `${right} of ${detail.name} needs ${right} of its master ${masterName}`);
}

const tabProblems = (tab: string, documents: Documents): string[] =>
    tab.startsWith('standard-') || documents.has(`tabs/${tab}.tab-meta.xml`) ? [] : [`tab ${tab} does not exist`];

const appProblems = (app: string, documents: Documents): string[] =>
    documents.has(`applications/${app}.app-meta.xml`) ? [] : [`application ${app} does not exist`];

function doubled(set: XmlElement): string[] {
    const fields = all(set, 'fieldPermissions').map((entry) => textOf(entry, 'field') ?? '');
    const objects = all(set, 'objectPermissions').map((entry) => textOf(entry, 'object') ?? '');
    return [...fields, ...objects]
        .filter((name, index, names) => names.indexOf(name) !== index)
        .map((name) => `${name} is granted twice`);
}
