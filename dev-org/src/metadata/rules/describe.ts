import { ApiSchemas } from 'jsforce/lib/api/metadata/schema.js';

/** What a metadata type may contain: `?` before a type means optional, an array means repeatable. */
type TypeDescription = { props: Record<string, string | string[]>; extends?: string };

/** How one element of a type is to look. */
export interface ElementDescription {
    type: string;
    isRequired: boolean;
    isRepeatable: boolean;
}

/** Elements that are younger than the describe jsforce ships. */
const YOUNGER: Record<string, Record<string, string | string[]>> = {
    ComponentInstance: { identifier: '?string' },
    ComponentInstanceProperty: { valueList: '?any' },
    CspTrustedSite: Object.fromEntries(
        ['Connect', 'Font', 'Frame', 'Img', 'Media', 'Style'].map((kind) => [`isApplicableTo${kind}Src`, '?boolean'])
    ),
    CustomApplication: { isNavTabPersistenceDisabled: '?boolean' },
    FlexiPageRegion: { itemInstances: ['ItemInstance'] },
    ItemInstance: { componentInstance: '?ComponentInstance', fieldInstance: '?any' },
    LightningComponentBundle: { targetConfigs: '?any' },
    QuickAction: { actionSubtype: '?string', lightningWebComponent: '?string' },
    SharingCriteriaRule: { includeRecordsOwnedByAll: '?boolean' }
};

const BY_TYPE = ApiSchemas as unknown as Record<string, TypeDescription | undefined>;

/** The elements of a metadata type, inherited ones included; undefined for a type nobody knows. */
export function describeType(typeName: string): Map<string, ElementDescription> | undefined {
    const own = BY_TYPE[typeName];
    const younger = YOUNGER[typeName];
    if (!own && !younger) return undefined;
    const inherited = own?.extends === undefined ? undefined : describeType(own.extends);
    const described = Object.entries({ ...own?.props, ...younger });
    return new Map([...(inherited ?? []), ...described.map(([name, type]) => [name, describeElement(type)] as const)]);
}

function describeElement(type: string | string[]): ElementDescription {
    const isRepeatable = Array.isArray(type);
    const declared = (isRepeatable ? type[0] : type) ?? 'any';
    return {
        type: declared.replace(/^\?/, ''),
        isRequired: !isRepeatable && !declared.startsWith('?'),
        isRepeatable
    };
}
