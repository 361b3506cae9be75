import { valueProblems } from '../globalValueSets.ts';
import type { Problem } from '../problems.ts';
import { all, first, flag, textOf } from '../xmlElement.ts';
import type { XmlElement } from '../xmlElement.ts';
import { picklistValues } from './objectFolders.ts';
import type { FieldFile } from './objectFolders.ts';

const LONGEST_NAME = 40;
const LONGEST_HELP = 510;
const LONGEST_DESCRIPTION = 1000;

/** What a deploy refuses in one field, whatever stands around it. */
export function fieldProblems(field: FieldFile): Problem[] {
    const messages = [...nameProblems(field), ...textProblems(field), ...traitProblems(field), ...typeProblems(field)];
    return messages.map((message) => ({ source: field.path, message, at: field.xml }));
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
    if (flag(xml, 'unique') && !['Text', 'Number', 'Email'].includes(type)) {
        problems.push(refused('unique', type));
    }
    if (formula !== undefined) problems.push(...formulaTraits(xml));
    return problems;
}

function formulaTraits(xml: XmlElement): string[] {
    const refusedTraits = ['required', 'length', 'defaultValue', 'externalId'].some((name) => first(xml, name));
    return [
        ...(refusedTraits ? ['a formula field takes no <required>, <length>, <defaultValue> or <externalId>'] : []),
        ...(textOf(xml, 'formulaTreatBlanksAs') === 'BlankAsZero'
            ? ['the dev org does not support <formulaTreatBlanksAs>BlankAsZero; use BlankAsBlank']
            : [])
    ];
}

function typeProblems(field: FieldFile): string[] {
    if (field.formula !== undefined) return [];
    return TYPE_RULES[field.type]?.(field) ?? [];
}

const TYPE_RULES: Record<string, ((field: FieldFile) => string[]) | undefined> = {
    Text: ({ xml, type }) => [
        ...demanded(xml, ['length'], type),
        ...(isWithin(textOf(xml, 'length') ?? '1', 1, 255) ? [] : ['a text field needs a <length> from 1 to 255'])
    ],
    TextArea: ({ xml, type }) => forbidden(xml, ['length', 'visibleLines'], type),
    LongTextArea: longTextProblems,
    Number: numberProblems,
    Currency: numberProblems,
    Percent: numberProblems,
    Checkbox: ({ xml, type }) => [
        ...demanded(xml, ['defaultValue'], type),
        ...(['true', 'false'].includes(textOf(xml, 'defaultValue') ?? 'true')
            ? []
            : ['the default of a checkbox is true or false']),
        ...forbidden(xml, ['required', 'unique', 'externalId'], type)
    ],
    Picklist: picklistProblems,
    MultiselectPicklist: (field) => [...demanded(field.xml, ['visibleLines'], field.type), ...picklistProblems(field)],
    Lookup: lookupProblems,
    MasterDetail: ({ xml, type }) => [
        ...demanded(xml, ['referenceTo'], type),
        ...forbidden(xml, ['required', 'deleteConstraint', 'defaultValue'], type)
    ]
};

function longTextProblems({ xml, type }: FieldFile): string[] {
    const problems = [...demanded(xml, ['visibleLines', 'length'], type), ...forbidden(xml, ['required'], type)];
    if (!isWithin(textOf(xml, 'visibleLines') ?? '2', 2, 50)) {
        problems.push('a long text area needs <visibleLines> from 2 to 50');
    }
    if (!isWithin(textOf(xml, 'length') ?? '256', 256, 131_072)) {
        problems.push('a long text area needs a <length> from 256 to 131072');
    }
    return problems;
}

function numberProblems({ xml, type }: FieldFile): string[] {
    const missing = demanded(xml, ['precision', 'scale'], type);
    const precision = textOf(xml, 'precision');
    return missing.length > 0 || (isWithin(precision, 1, 18) && isWithin(textOf(xml, 'scale'), 0, Number(precision)))
        ? missing
        : ['a number needs a <precision> from 1 to 18 and a <scale> up to it'];
}

function picklistProblems(field: FieldFile): string[] {
    const problems: string[] = [];
    const values = picklistValues(field).map((value) => ({
        value: textOf(value, 'fullName') ?? '',
        isDefault: flag(value, 'default')
    }));
    if (!first(field.xml, 'valueSet')) problems.push(missing('valueSet', field.type));
    problems.push(...valueProblems(values));
    return problems;
}

function lookupProblems({ xml, type, isRequired, referenceTo }: FieldFile): string[] {
    const problems = demanded(xml, ['referenceTo'], type);
    const constraint = textOf(xml, 'deleteConstraint') ?? 'SetNull';
    if (isRequired && constraint === 'SetNull') {
        problems.push(
            'must specify either cascade delete or restrict delete for required lookup foreign key: ' +
                'a required lookup cannot be SetNull; use Restrict'
        );
    }
    if (referenceTo === 'Event' || referenceTo === 'Task') {
        problems.push(`referenceTo value of '${referenceTo}' does not resolve to a valid sObject type`);
    }
    if (all(xml, 'referenceTo').length > 1) problems.push('a lookup names one object in <referenceTo>');
    return problems;
}

const demanded = (xml: XmlElement, names: string[], type: string): string[] =>
    names.filter((name) => !first(xml, name)).map((name) => missing(name, type));

const forbidden = (xml: XmlElement, names: string[], type: string): string[] =>
    names.filter((name) => first(xml, name) && textOf(xml, name) !== 'false').map((name) => refused(name, type));

const missing = (name: string, type: string): string => `Must specify '${name}' for a CustomField of type ${type}`;

const refused = (name: string, type: string): string => `Can not specify '${name}' for a CustomField of type ${type}`;

const isWithin = (text: string | undefined, least: number, most: number): boolean =>
    text !== undefined && /^\d+$/.test(text) && Number(text) >= least && Number(text) <= most;
