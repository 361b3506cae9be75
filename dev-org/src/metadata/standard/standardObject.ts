import type { FieldSchema, SharingModel } from '../../schema/schema.ts';
import { lookup, systemFields, text, READ_ONLY } from '../fieldBuilders.ts';
import type { ObjectDraft } from '../objectDraft.ts';

interface StandardObject {
    name: string;
    plural: string;
    keyPrefix: string;
    nameField?: string;
    /** `ReadWrite` unless told otherwise, as in a new org without private sharing. */
    sharingModel?: SharingModel;
    hasActivities?: boolean;
    /** Present when its records are owned; how a user names what it owns is not modelled. */
    hasOwner?: boolean;
    fields: FieldSchema[];
}

/** Builds one of the platform's own objects from the fields our code and seeds use. */
export function standardObject(declared: StandardObject): ObjectDraft {
    const owner = declared.hasOwner ? [lookup('OwnerId', ['User', 'Group'])] : [];
    return {
        name: declared.name,
        label: declared.name.replace(/(?<=[a-z])(?=[A-Z])/g, ' '),
        pluralLabel: declared.plural,
        keyPrefix: declared.keyPrefix,
        isCustom: false,
        nameField: declared.nameField ?? 'Name',
        sharingModel: declared.sharingModel ?? 'ReadWrite',
        hasActivities: declared.hasActivities ?? false,
        fields: [...systemFields(), ...owner, ...declared.fields],
        validationRules: [],
        source: `standard object ${declared.name}`
    };
}

/** First, last and full name of a person; the platform composes the full name. */
export function personNames(): FieldSchema[] {
    return [
        text('FirstName', 40),
        text('LastName', 80, { isRequired: true }),
        text('Name', 121, { label: 'Full Name', ...READ_ONLY })
    ];
}
