import { all, first, flag, textOf } from '../support/xml.ts';
import { picklistValues } from './forceApp.ts';
import type { FieldFile } from './forceApp.ts';

const LONGEST_NAME = 40;
const LONGEST_HELP = 510;
const LONGEST_DESCRIPTION = 1000;

/** What a deploy refuses in one field, whatever stands around it. */
export function fieldProblems(field: FieldFile): string[] {
    return [...nameProblems(field), ...textProblems(field), ...traitProblems(field), ...typeProblems(field)].map(
        (problem) => `${field.path}: ${problem}`
    );
}

function nameProblems({ name, path }: FieldFile): string[] {
    const problems: string[] = [];
    const ownName = name.replace(/__c$/, '');
    if (ownName.length > LONGEST_NAME) problems.push(`an API name has at most ${LONGEST_NAME} characters`);
    if (!/^[A-Za-z](?:_?[A-Za-z0-9])*$/.test(ownName)) problems.push(`${name} is not an API name`);
    if (!path.endsWith(`/${name}.field-meta.xml`)) problems.push(`<fullName> is ${name}, the file says otherwise`);
    return problems;
}

function textProblems({ xml }: FieldFile): string[] {
    const problems: string[] = [];
    if ((textOf(xml, 'label') ?? '').length > LONGEST_NAME) problems.push('a label has at most 40 characters');
    if ((textOf(xml, 'inlineHelpText') ?? '').length > LONGEST_HELP) {
        problems.push(`<inlineHelpText> has at most ${LONGEST_HELP} characters`);
    }
    if ((textOf(xml, 'description') ?? '').length > LONGEST_DESCRIPTION) {
        problems.push(`<description> has at most ${LONGEST_DESCRIPTION} characters`);
    }
    return problems;
}

function traitProblems({ xml, type, formula }: FieldFile): string[] {
    const problems: string[] = [];
    if (flag(xml, 'caseSensitive') && !(flag(xml, 'unique') && type === 'Text')) {
        problems.push('<caseSensitive> needs a unique text field');
    }
    // An upsert by a non-unique external id needs View All Data, and case-blind keys would collide.
    if (
        (flag(xml, 'unique') || flag(xml, 'externalId')) &&
        !['unique', 'externalId', 'caseSensitive'].every((trait) => flag(xml, trait))
    ) {
        problems.push('a key is unique, an external id and case-sensitive, all three');
    }
    if (
        formula !== undefined &&
        ['required', 'length', 'defaultValue', 'externalId'].some((name) => first(xml, name))
    ) {
        problems.push('a formula field takes no <required>, <length>, <defaultValue> or <externalId>');
    }
    return problems;
}

function typeProblems(field: FieldFile): string[] {
    if (field.formula !== undefined) return [];
    return TYPE_RULES[field.type]?.(field) ?? [];
}

const TYPE_RULES: Record<string, ((field: FieldFile) => string[]) | undefined> = {
    Text: ({ xml }) => (isWithin(textOf(xml, 'length'), 1, 255) ? [] : ['a text field needs a <length> from 1 to 255']),
    LongTextArea: longTextProblems,
    Number: numberProblems,
    Checkbox: ({ xml }) => [
        ...(['true', 'false'].includes(textOf(xml, 'defaultValue') ?? '') ? [] : ['a checkbox needs a <defaultValue>']),
        ...(first(xml, 'required') ? ['a checkbox takes no <required>'] : [])
    ],
    Picklist: picklistProblems,
    Lookup: lookupProblems,
    MasterDetail: ({ xml }) =>
        ['required', 'deleteConstraint', 'defaultValue']
            .filter((name) => first(xml, name))
            .map((name) => `a master-detail field takes no <${name}>`)
};

function longTextProblems({ xml }: FieldFile): string[] {
    const problems: string[] = [];
    if (!isWithin(textOf(xml, 'visibleLines'), 2, 50))
        problems.push('a long text area needs <visibleLines> from 2 to 50');
    if (!isWithin(textOf(xml, 'length'), 256, 131_072)) {
        problems.push('a long text area needs a <length> from 256 to 131072');
    }
    if (first(xml, 'required')) problems.push('a long text area takes no <required>');
    return problems;
}

function numberProblems({ xml }: FieldFile): string[] {
    const precision = textOf(xml, 'precision');
    return isWithin(precision, 1, 18) && isWithin(textOf(xml, 'scale'), 0, Number(precision))
        ? []
        : ['a number needs a <precision> from 1 to 18 and a <scale> up to it'];
}

function picklistProblems(field: FieldFile): string[] {
    const problems: string[] = [];
    const values = picklistValues(field);
    const names = values.map((value) => textOf(value, 'fullName') ?? '');
    if (values.length === 0) problems.push('a picklist lists its own values; global value sets are not used');
    if (!flag(first(field.xml, 'valueSet'), 'restricted')) problems.push('a picklist is restricted to its values');
    if (new Set(names.map((name) => name.toLowerCase())).size < names.length)
        problems.push('a picklist value is doubled');
    if (values.filter((value) => flag(value, 'default')).length > 1)
        problems.push('a picklist has one default at most');
    return problems;
}

function lookupProblems({ xml, isRequired, referenceTo }: FieldFile): string[] {
    const problems: string[] = [];
    const constraint = textOf(xml, 'deleteConstraint');
    if (constraint === undefined) problems.push('a lookup says what a delete does: <deleteConstraint>');
    if (isRequired && constraint === 'SetNull') problems.push('a required lookup cannot be SetNull; use Restrict');
    if (referenceTo === 'Event' || referenceTo === 'Task') problems.push('the platform has no lookups to activities');
    if (all(xml, 'referenceTo').length !== 1) problems.push('a lookup names one object in <referenceTo>');
    return problems;
}

const isWithin = (text: string | undefined, least: number, most: number): boolean =>
    text !== undefined && /^\d+$/.test(text) && Number(text) >= least && Number(text) <= most;
