import type { Problem } from '../problems.ts';
import { standardObjectNames } from '../standard/index.ts';
import { first, flag, textOf } from '../xmlElement.ts';
import { isCustomObject, masterDetailOf } from './objectFolders.ts';
import type { FieldFile, ObjectFolder } from './objectFolders.ts';

const MOST_EXTERNAL_IDS = 25;
const MOST_TRACKED_FIELDS = 20;
const SAME_SWITCHES = ['enableBulkApi', 'enableSharing', 'enableStreamingApi'];

/** What a deploy refuses in the objects, seen together. */
export function objectProblems(folders: Map<string, ObjectFolder>): Problem[] {
    const known = new Set([...standardObjectNames(), ...folders.keys()]);
    return [
        ...[...folders.values()].flatMap((folder) =>
            [...ownProblems(folder), ...historyProblems(folder)].map((message) => ({
                source: folder.path,
                message,
                ...(folder.xml && { at: folder.xml })
            }))
        ),
        ...[...folders.values()].flatMap((folder) => targetProblems(folder, known)),
        ...relationshipNameProblems(folders)
    ];
}

function ownProblems(folder: ObjectFolder): string[] {
    if (!isCustomObject(folder)) return [];
    const { xml } = folder;
    if (!xml) return ['the object has fields but no object-meta.xml'];
    const problems: string[] = [];
    const isControlled = textOf(xml, 'sharingModel') === 'ControlledByParent';
    if ((masterDetailOf(folder) !== undefined) !== isControlled) {
        problems.push('sharingModel is ControlledByParent exactly when there is a master-detail field');
    }
    const external = textOf(xml, 'externalSharingModel');
    if (external !== undefined && isControlled !== (external === 'ControlledByParent')) {
        problems.push('externalSharingModel is ControlledByParent exactly when sharingModel is');
    }
    if (folder.name.replace(/__c$/, '').length > 40) problems.push('an API name has at most 40 characters');
    if (new Set(SAME_SWITCHES.map((name) => flag(xml, name))).size > 1) {
        problems.push(`${SAME_SWITCHES.join(', ')} are all on or all off`);
    }
    if (countFields(folder, 'externalId') > MOST_EXTERNAL_IDS) {
        problems.push(`an object has at most ${MOST_EXTERNAL_IDS} external ids`);
    }
    return problems;
}

function historyProblems(folder: ObjectFolder): string[] {
    const problems: string[] = [];
    const isNameTracked = flag(first(folder.xml, 'nameField'), 'trackHistory');
    const tracked = countFields(folder, 'trackHistory') + (isNameTracked ? 1 : 0);
    if (tracked > 0 && !flag(folder.xml, 'enableHistory')) problems.push('<trackHistory> needs <enableHistory>');
    if (tracked > MOST_TRACKED_FIELDS)
        problems.push(`history holds at most ${MOST_TRACKED_FIELDS} fields, not ${tracked}`);
    return problems;
}

function targetProblems(folder: ObjectFolder, known: Set<string>): Problem[] {
    return references(folder)
        .filter(({ referenceTo }) => !known.has(referenceTo))
        .map(({ field, referenceTo }) => ({
            source: field.path,
            message: `referenceTo value of '${referenceTo}' does not resolve to a valid sObject type`,
            at: field.xml
        }));
}

function relationshipNameProblems(folders: Map<string, ObjectFolder>): Problem[] {
    const claims = [...folders.values()].flatMap((folder) =>
        references(folder).map(({ field, referenceTo }) => ({
            field,
            parent: referenceTo,
            name: textOf(field.xml, 'relationshipName')
        }))
    );
    const nameless = claims.filter(({ name, field }) => name === undefined && field.type === 'MasterDetail');
    const named = claims.filter(({ name }) => name !== undefined);
    const doubled = [...Map.groupBy(named, ({ parent, name }) => `${parent}.${name ?? ''}`.toLowerCase()).values()]
        // The first one has the name; the others want it too.
        .flatMap(([, ...others]) => others);
    return [
        ...nameless.map(({ field }) => problemOf(field, "Must specify 'relationshipName' for a CustomField")),
        ...doubled.map(({ field, parent, name }) =>
            problemOf(field, `There is already a Child Relationship named ${name ?? ''} on ${parent}.`)
        )
    ];
}

const problemOf = (field: FieldFile, message: string): Problem => ({ source: field.path, message, at: field.xml });

const references = (folder: ObjectFolder): { field: FieldFile; referenceTo: string }[] =>
    [...folder.fields.values()].flatMap((field) =>
        field.referenceTo === undefined ? [] : [{ field, referenceTo: field.referenceTo }]
    );

const countFields = (folder: ObjectFolder, trait: string): number =>
    [...folder.fields.values()].filter((field) => flag(field.xml, trait)).length;
