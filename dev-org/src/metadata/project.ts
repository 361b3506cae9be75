import type { Schema } from '../schema/schema.ts';
import type { Documents } from './xmlElement.ts';

/** A Lightning app: its name, words and the tabs of its navigation bar, in order. */
export interface Application {
    name: string;
    label: string;
    description: string;
    headerColor: string | undefined;
    /** Tab names; `standard-Lead` for a standard object. */
    tabs: string[];
}

/** A tab: an object's list, a Lightning component or a flexipage. */
export interface Tab {
    name: string;
    label: string;
    kind: 'object' | 'component' | 'flexipage';
    /** The object, bundle or flexipage behind the tab. */
    target: string;
    /** `Custom57: Building Block`, as the metadata says it. */
    motif: string;
}

/** `{ name: 'place', value: 'Record Page' }` of a component on a page. */
export type ComponentProperties = Record<string, string | string[]>;

export interface VisibilityCriterion {
    leftValue: string;
    operator: string;
    rightValue: string;
}

export interface PageComponent {
    kind: 'component';
    /** `force:detailPanel`, `copyLinkCard`, … */
    name: string;
    identifier: string;
    properties: ComponentProperties;
    visibility: { booleanFilter: string | undefined; criteria: VisibilityCriterion[] } | undefined;
}

export interface PageField {
    kind: 'field';
    /** `Record.Status__c` */
    name: string;
    identifier: string;
    properties: ComponentProperties;
}

export interface PageRegion {
    name: string;
    kind: 'Region' | 'Facet';
    items: (PageComponent | PageField)[];
}

export interface FlexiPage {
    name: string;
    label: string;
    type: 'RecordPage' | 'AppPage' | 'HomePage';
    /** The object of a record page. */
    objectName: string | undefined;
    template: string;
    regions: PageRegion[];
}

export interface ListView {
    objectName: string;
    name: string;
    label: string;
    filterScope: string;
    columns: string[];
    filters: { field: string; operation: string; value: string }[];
}

/** A button of a record page that opens or runs a Lightning web component. */
export interface QuickAction {
    /** `Lead.CopySingleUseLink` */
    name: string;
    objectName: string;
    label: string;
    /** The bundle behind it. */
    component: string;
    /** Whether it opens as a modal or only runs. */
    kind: 'screen' | 'headless';
}

export interface ObjectPermission {
    allowCreate: boolean;
    allowRead: boolean;
    allowEdit: boolean;
    allowDelete: boolean;
    viewAllRecords: boolean;
    modifyAllRecords: boolean;
}

export interface PermissionSet {
    name: string;
    label: string;
    description: string;
    /** By object name. */
    objects: Map<string, ObjectPermission>;
    /** By `Object.Field`. */
    fields: Map<string, { readable: boolean; editable: boolean }>;
    /** Tab name to `Visible` or `Available`. */
    tabs: Map<string, string>;
    applications: string[];
    userPermissions: string[];
}

/** Opens an object's records to more people than their owner. */
export interface SharingRule {
    objectName: string;
    name: string;
    accessLevel: 'Read' | 'Edit';
    /** Every criterion must hold. */
    criteria: { field: string; operation: string; value: string }[];
    /** Only rules for all internal users are understood. */
    sharedTo: 'allInternalUsers';
}

/** An origin beyond the org that pages may reach: a trusted URL. */
export interface TrustedSite {
    name: string;
    /** `https://book.example.com` */
    endpointUrl: string;
    /** Whether components of Lightning Experience may send requests there. */
    isConnectable: boolean;
}

/** What force-app says, read once at start. */
export interface Project {
    /** The folder of sfdx-project.json. */
    dir: string;
    /** `66.0` */
    apiVersion: string;
    /** The metadata as written, for deploys to build on. */
    documents: Documents;
    schema: Schema;
    applications: Application[];
    tabs: Tab[];
    flexipages: FlexiPage[];
    listViews: ListView[];
    quickActions: QuickAction[];
    permissionSets: PermissionSet[];
    sharingRules: SharingRule[];
    trustedSites: TrustedSite[];
}
