/** Lightning's looks: SLDS 1 as it was for years, SLDS 2 (Cosmos) as it is now. */
export type Theme = 'slds1' | 'slds2';

/** How the page looks, whoever it is for. */
export interface PageSettings {
    theme: Theme;
    /** Address of each theme's style sheet. */
    styleSheets: Record<Theme, string>;
}

/** What the server tells the page: the running user and what the project's metadata says about apps, tabs and pages. */
export interface ShellSettings extends PageSettings {
    /** 18 characters. */
    userId: string;
    accessToken: string;
    isGuest: boolean;
    /** BCP 47: `en-US`. */
    locale: string;
    lang: string;
    /** IANA name. */
    timeZone: string;
    orgName: string;
    /** `66.0` */
    apiVersion: string;
    /** Milliseconds by which the org's clock is ahead of the real one. */
    clockOffset: number;
    /** User permissions of the running user's permission sets. */
    permissions: string[];
    /** Everybody the page can be seen as. */
    users: ShellUser[];
    apps: ShellApp[];
    tabs: ShellTab[];
    pages: ShellPage[];
    objects: ShellObject[];
}

export interface ShellUser {
    id: string;
    name: string;
    /** Job title; empty when unknown. */
    title: string;
}

export interface ShellApp {
    name: string;
    label: string;
    description: string;
    /** Tabs the running user may open, in the app's order. */
    tabs: string[];
}

export interface ShellTab {
    name: string;
    label: string;
    kind: 'object' | 'component' | 'flexipage';
    /** The object, bundle or page behind the tab. */
    target: string;
    /** `custom:custom57` */
    icon: string;
}

export interface ShellObject {
    name: string;
    label: string;
    pluralLabel: string;
    keyPrefix: string;
    /** `Name`, or `Subject` for Event. */
    nameField: string;
    icon: string;
    hasActivities: boolean;
    /** Values a new record starts with, by field. */
    defaults: Record<string, string | number | boolean>;
    /** Sections of the page layout, fields read across; empty when the project has none. */
    layout: { label: string; fields: string[] }[];
    /** At least one. */
    listViews: ShellListView[];
    /** Quick actions of its record page, in their order. */
    actions: ShellAction[];
}

/** A quick action: a component of the product that opens in a dialog, or only runs. */
export interface ShellAction {
    /** `Lead.CopySingleUseLink` */
    name: string;
    label: string;
    /** Bundle name. */
    component: string;
    kind: 'screen' | 'headless';
}

export interface ShellListView {
    name: string;
    label: string;
    isMine: boolean;
    /** Field names, the name field first. */
    columns: string[];
}

export interface ShellPage {
    name: string;
    label: string;
    type: 'RecordPage' | 'AppPage' | 'HomePage';
    /** The object of a record page. */
    objectName?: string;
    template: string;
    regions: ShellRegion[];
}

export interface ShellRegion {
    name: string;
    kind: 'Region' | 'Facet';
    components: ShellComponent[];
}

export interface ShellComponent {
    /** `force:detailPanel`; a bundle of the product has no namespace or `c:`. */
    name: string;
    identifier: string;
    properties: Record<string, string | string[]>;
}
