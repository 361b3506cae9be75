import { textOf } from '../support/xml.ts';
import type { Documents, FieldFile, ObjectFolder } from './forceApp.ts';

/** The functions our formulas use; a new one is added here once it is known to deploy. */
const FUNCTIONS = new Set([
    ...['AND', 'IF', 'ISBLANK', 'ISCHANGED', 'ISNEW', 'ISPICKVAL', 'NOT', 'NOW', 'OR', 'PRIORVALUE', 'REGEX', 'TRIM']
]);
const ONLY_IN_RULES = new Set(['ISCHANGED', 'ISNEW', 'PRIORVALUE', 'REGEX']);

/** Every object has them, and no folder says so. */
const SYSTEM_FIELDS = new Set(['CreatedDate']);

const LITERALS = new Set(['TRUE', 'FALSE', 'NULL']);

const TOKEN = /"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|(\$?[A-Za-z_][A-Za-z0-9_.]*)(\s*\()?/g;

/** What a deploy refuses in formula fields and validation rules. */
export function formulaProblems(folders: Map<string, ObjectFolder>, documents: Documents): string[] {
    const scope = { folders, documents };
    return [...folders.values()].flatMap((folder) => [
        ...[...folder.fields.values()].flatMap((field) =>
            field.formula === undefined
                ? []
                : sourceProblems(field.formula, folder, scope, false).map((problem) => `${field.path}: ${problem}`)
        ),
        ...folder.validationRules.flatMap((rule) =>
            sourceProblems(textOf(rule.xml, 'errorConditionFormula') ?? '', folder, scope, true).map(
                (problem) => `${rule.path}: ${problem}`
            )
        )
    ]);
}

interface Scope {
    folders: Map<string, ObjectFolder>;
    documents: Documents;
}

function sourceProblems(source: string, folder: ObjectFolder, scope: Scope, isRule: boolean): string[] {
    const problems: string[] = [];
    for (const [, name, opening] of source.matchAll(TOKEN)) {
        if (name === undefined || LITERALS.has(name)) continue;
        if (opening !== undefined) {
            if (!FUNCTIONS.has(name)) problems.push(`unknown function ${name}`);
            else if (!isRule && ONLY_IN_RULES.has(name)) problems.push(`${name} works in validation rules only`);
        } else problems.push(...nameProblems(name, folder, scope, isRule));
    }
    return problems;
}

function nameProblems(name: string, folder: ObjectFolder, scope: Scope, isRule: boolean): string[] {
    if (name.startsWith('$')) return isKnownSetting(name, scope) ? [] : [`unknown global ${name}`];
    if (SYSTEM_FIELDS.has(name)) return [];
    const field = resolve(name.split('.'), folder, scope.folders);
    if (!field) return [`unknown field ${name}`];
    return !isRule && field.type === 'LongTextArea' ? [`a formula cannot read the long text area ${name}`] : [];
}

/** Follows `BookingLink__r.MeetingType__r.IsActive__c` from an object to a field. */
function resolve(path: string[], folder: ObjectFolder, folders: Map<string, ObjectFolder>): FieldFile | undefined {
    const [head = '', ...rest] = path;
    if (rest.length === 0) return folder.fields.get(head);
    const reference = folder.fields.get(head.replace(/__r$/, '__c'));
    const parent = head.endsWith('__r') ? folders.get(reference?.referenceTo ?? '') : undefined;
    return parent && resolve(rest, parent, folders);
}

function isKnownSetting(name: string, { folders, documents }: Scope): boolean {
    const [globalName, type = '', record = '', field = ''] = name.split('.');
    return (
        globalName === '$CustomMetadata' &&
        documents.has(`customMetadata/${type.replace(/__mdt$/, '')}.${record}.md-meta.xml`) &&
        folders.get(type)?.fields.has(field) === true
    );
}
