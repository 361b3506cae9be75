import type { DeleteConstraint, FieldSchema, FieldType, FieldValue, PicklistValue } from '../schema/schema.ts';
import { checkbox, field, lookup, READ_ONLY } from './fieldBuilders.ts';
import type { FieldOptions } from './fieldBuilders.ts';
import type { GlobalValueSets } from './globalValueSets.ts';
import { readPicklistValue } from './picklistValue.ts';
import type { XmlNode } from './xml.ts';

const ELEMENTS = [
    ...['fullName', 'label', 'description', 'inlineHelpText', 'type', 'required', 'unique', 'externalId'],
    ...['caseSensitive', 'defaultValue', 'length', 'precision', 'scale', 'visibleLines', 'valueSet', 'referenceTo'],
    ...['relationshipName', 'relationshipLabel', 'relationshipOrder', 'deleteConstraint', 'reparentableMasterDetail'],
    ...['writeRequiresMasterRead', 'formula', 'formulaTreatBlanksAs', 'trackHistory', 'trackTrending'],
    ...['trackFeedHistory', 'fieldManageability', 'securityClassification', 'businessStatus', 'complianceGroup']
];

/** How each metadata type is stored, and how long its text may be when the metadata does not say. */
const TYPES: Record<string, { type: FieldType; length?: number; isFilterable?: boolean }> = {
    Text: { type: 'string' },
    TextArea: { type: 'textarea', length: 255 },
    LongTextArea: { type: 'textarea', isFilterable: false },
    Email: { type: 'email', length: 80 },
    Url: { type: 'url', length: 255 },
    Phone: { type: 'phone', length: 40 },
    Checkbox: { type: 'boolean' },
    Number: { type: 'double' },
    Currency: { type: 'double' },
    Percent: { type: 'double' },
    DateTime: { type: 'datetime' },
    Date: { type: 'date' },
    Time: { type: 'time' },
    Picklist: { type: 'picklist', length: 255 },
    MultiselectPicklist: { type: 'multipicklist', length: 4099 },
    Lookup: { type: 'reference' },
    MasterDetail: { type: 'reference' }
};

/** Reads a `CustomField`. @throws MetadataError for a type or element the dev org does not understand */
export function readCustomField(xml: XmlNode, globalSets: GlobalValueSets): FieldSchema {
    xml.expectOnly(ELEMENTS);
    const metadataType = xml.requireText('type');
    const known = TYPES[metadataType];
    if (!known) throw xml.errorAt('type', `the dev org does not support fields of type ${metadataType}`);
    const options = { ...commonTraits(xml), ...lengths(xml, known) };
    const name = xml.requireText('fullName');
    if (xml.text('formula')) return formulaField(xml, name, known.type, options);
    if (known.type === 'reference') return relationship(xml, name, options, metadataType === 'MasterDetail');
    if (known.type === 'picklist' || known.type === 'multipicklist') {
        return picklistField(xml, { name, type: known.type, options, globalSets });
    }
    const defaultValue = readDefault(xml, known.type);
    if (known.type === 'boolean') return checkbox(name, { ...options, defaultValue: defaultValue ?? false });
    return field(name, known.type, { ...options, ...(defaultValue !== undefined && { defaultValue }) });
}

function commonTraits(xml: XmlNode): FieldOptions {
    const description = xml.text('description');
    const helpText = xml.text('inlineHelpText');
    return {
        label: xml.requireText('label'),
        ...(description !== undefined && { description }),
        ...(helpText !== undefined && { helpText }),
        isCustom: true,
        isRequired: xml.flag('required'),
        isUnique: xml.flag('unique'),
        isExternalId: xml.flag('externalId'),
        isCaseSensitive: xml.flag('caseSensitive'),
        source: xml.source
    };
}

function lengths(xml: XmlNode, known: { length?: number; isFilterable?: boolean }): FieldOptions {
    const length = xml.number('length') ?? known.length;
    const precision = xml.number('precision');
    const scale = xml.number('scale');
    return {
        isFilterable: known.isFilterable ?? true,
        ...(length !== undefined && { length }),
        ...(precision !== undefined && { precision }),
        ...(scale !== undefined && { scale })
    };
}

function formulaField(xml: XmlNode, name: string, type: FieldType, options: FieldOptions): FieldSchema {
    return field(name, type, { ...options, ...READ_ONLY, isRequired: false, formula: xml.requireText('formula') });
}

function relationship(xml: XmlNode, name: string, options: FieldOptions, isMasterDetail: boolean): FieldSchema {
    const childName = xml.text('relationshipName');
    const built = lookup(
        name,
        xml.requireText('referenceTo'),
        {
            relationshipName: name.replace(/__c$/, '__r'),
            ...(childName !== undefined && { childRelationshipName: `${childName}__r` }),
            deleteConstraint: isMasterDetail ? 'Cascade' : lookupConstraint(xml)
        },
        options
    );
    if (!isMasterDetail || !built.reference) return built;
    return {
        ...built,
        isRequired: true,
        isUpdateable: xml.flag('reparentableMasterDetail'),
        reference: { ...built.reference, isMasterDetail: true }
    };
}

function lookupConstraint(xml: XmlNode): DeleteConstraint {
    const constraint = xml.text('deleteConstraint') ?? 'SetNull';
    if (constraint === 'SetNull' || constraint === 'Restrict' || constraint === 'Cascade') return constraint;
    throw xml.errorAt('deleteConstraint', `<deleteConstraint> cannot be ${constraint}`);
}

function picklistField(
    xml: XmlNode,
    {
        name,
        type,
        options,
        globalSets
    }: { name: string; type: FieldType; options: FieldOptions; globalSets: GlobalValueSets }
): FieldSchema {
    const valueSet = xml.child('valueSet')?.expectOnly(['restricted', 'valueSetDefinition', 'valueSetName']);
    if (!valueSet) throw xml.errorAt('valueSet', 'a picklist needs a <valueSet>');
    const setName = valueSet.text('valueSetName');
    const values = setName === undefined ? ownValues(valueSet) : sharedValues(valueSet, setName, globalSets);
    const chosen = values.find((value) => value.isDefault);
    return field(name, type, {
        ...options,
        // Values that are shared are always restricted.
        picklist: { values, isRestricted: setName !== undefined || valueSet.flag('restricted') },
        ...(chosen && { defaultValue: chosen.value })
    });
}

function ownValues(valueSet: XmlNode): PicklistValue[] {
    const definition = valueSet.child('valueSetDefinition')?.expectOnly(['sorted', 'value']);
    if (!definition) throw valueSet.error('a <valueSet> needs a <valueSetDefinition> or a <valueSetName>');
    return definition.children('value').map(readPicklistValue);
}

function sharedValues(valueSet: XmlNode, setName: string, globalSets: GlobalValueSets): PicklistValue[] {
    if (valueSet.child('valueSetDefinition')) {
        throw valueSet.error('a <valueSet> has a <valueSetDefinition> or a <valueSetName>, not both');
    }
    const values = globalSets.get(setName);
    if (values) return values;
    throw valueSet.errorAt('valueSetName', `In field: valueSet - no GlobalValueSet named ${setName} found`);
}

/** A default is a formula on the platform; the dev org takes literals only. */
function readDefault(xml: XmlNode, type: FieldType): FieldValue | undefined {
    const source = xml.text('defaultValue');
    if (source === undefined) return undefined;
    if (type === 'boolean' && (source === 'true' || source === 'false')) return source === 'true';
    if (type === 'double' && /^-?\d+(\.\d+)?$/.test(source)) return Number(source);
    const quoted = /^(['"])(.*)\1$/.exec(source);
    if (quoted?.[2] !== undefined && (type === 'string' || type === 'textarea')) return quoted[2];
    throw xml.errorAt('defaultValue', `the dev org does not support the default value ${source}; use a literal`);
}
