/** A kind of component that may be deployed here: where its files stand and what they are. */
export interface ComponentType {
    name: string;
    folder: string;
    suffix: string;
    /** Elements inside that are components of their own. */
    children: readonly ChildType[];
}

export interface ChildType {
    name: string;
    /** The element that holds one: `<fields>`. */
    element: string;
    /** Folder and suffix of the same in a source project; absent when it stays inside its parent's file. */
    source?: { folder: string; suffix: string };
}

const childOf = (name: string, element: string, suffix: string): ChildType => ({
    name,
    element,
    source: { folder: element, suffix }
});

/** Lightning web components are folders of files, not one document. */
export const BUNDLE_TYPE = 'LightningComponentBundle';
export const BUNDLE_FOLDER = 'lwc';

/** Static resources are a document beside a file of any kind. */
export const RESOURCE_TYPE = 'StaticResource';
export const RESOURCE_FOLDER = 'staticresources';

const type = (name: string, folder: string, suffix: string, children: readonly ChildType[] = []): ComponentType => ({
    name,
    folder,
    suffix,
    children
});

/** Everything the dev org can check; what is not here is refused. */
export const COMPONENT_TYPES: readonly ComponentType[] = [
    type('CustomObject', 'objects', 'object', [
        childOf('CustomField', 'fields', 'field'),
        childOf('ValidationRule', 'validationRules', 'validationRule'),
        childOf('ListView', 'listViews', 'listView'),
        childOf('CompactLayout', 'compactLayouts', 'compactLayout')
    ]),
    type('CustomLabels', 'labels', 'labels', [{ name: 'CustomLabel', element: 'labels' }]),
    type('CustomMetadata', 'customMetadata', 'md'),
    type('CustomApplication', 'applications', 'app'),
    type('CustomTab', 'tabs', 'tab'),
    type('CspTrustedSite', 'cspTrustedSites', 'cspTrustedSite'),
    type('FlexiPage', 'flexipages', 'flexipage'),
    type('GlobalValueSet', 'globalValueSets', 'globalValueSet'),
    type('Layout', 'layouts', 'layout'),
    type('PermissionSet', 'permissionsets', 'permissionset'),
    type('QuickAction', 'quickActions', 'quickAction'),
    type(RESOURCE_TYPE, RESOURCE_FOLDER, 'resource'),
    type('SharingRules', 'sharingRules', 'sharingRules', [
        { name: 'SharingCriteriaRule', element: 'sharingCriteriaRules' }
    ]),
    type('Translations', 'translations', 'translation')
];

const CHILD_TYPES = COMPONENT_TYPES.flatMap(({ children }) => children.map(({ name }) => name));

/** Whether a package.xml may name this type. */
export const isKnownType = (name: string): boolean =>
    name === BUNDLE_TYPE || CHILD_TYPES.includes(name) || COMPONENT_TYPES.some((known) => known.name === name);

/** What a component is called: a child carries its parent's name, but a label stands alone. */
export const childFullName = (parent: string, childType: string, name: string): string =>
    childType === 'CustomLabel' ? name : `${parent}.${name}`;
