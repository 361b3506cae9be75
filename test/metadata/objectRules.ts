import { first, flag, textOf } from '../support/xml.ts';
import { isCustomObject, masterDetailOf } from './forceApp.ts';
import type { FieldFile, ObjectFolder } from './forceApp.ts';

const MOST_EXTERNAL_IDS = 25;
const MOST_TRACKED_FIELDS = 20;
const SAME_SWITCHES = ['enableBulkApi', 'enableSharing', 'enableStreamingApi'];

/** Standard objects that our lookups may name. */
const STANDARD_OBJECTS = new Set(['User', 'Lead', 'Contact', 'Account', 'Opportunity', 'Case']);

/** What a deploy refuses in the objects, seen together. */
export function objectProblems(folders: Map<string, ObjectFolder>): string[] {
    const problems = [...folders.values()].flatMap((folder) =>
        [...ownProblems(folder), ...historyProblems(folder), ...targetProblems(folder, folders)].map(
            (problem) => `${folder.path}: ${problem}`
        )
    );
    return [...problems, ...relationshipNameProblems(folders)];
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
    if (isControlled !== (textOf(xml, 'externalSharingModel') === 'ControlledByParent')) {
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

function targetProblems(folder: ObjectFolder, folders: Map<string, ObjectFolder>): string[] {
    return references(folder)
        .filter(({ referenceTo }) => !STANDARD_OBJECTS.has(referenceTo) && !folders.has(referenceTo))
        .map(({ field, referenceTo }) => `${field.name} refers to ${referenceTo}, which does not exist`);
}

function relationshipNameProblems(folders: Map<string, ObjectFolder>): string[] {
    const claims = [...folders.values()].flatMap((folder) =>
        references(folder).map(({ field, referenceTo }) => ({
            claim: `${referenceTo}.${textOf(field.xml, 'relationshipName') ?? ''}`,
            path: field.path
        }))
    );
    return [...Map.groupBy(claims, ({ claim }) => claim)]
        .filter(([claim, claimants]) => claimants.length > 1 || claim.endsWith('.'))
        .map(([claim, claimants]) =>
            claim.endsWith('.')
                ? `${claimants.map(({ path }) => path).join(', ')}: <relationshipName> is missing`
                : `child relationship ${claim} is claimed by ${claimants.map(({ path }) => path).join(' and ')}`
        );
}

const references = (folder: ObjectFolder): { field: FieldFile; referenceTo: string }[] =>
    [...folder.fields.values()].flatMap((field) =>
        field.referenceTo === undefined ? [] : [{ field, referenceTo: field.referenceTo }]
    );

const countFields = (folder: ObjectFolder, trait: string): number =>
    [...folder.fields.values()].filter((field) => flag(field.xml, trait)).length;
