import type { XmlElement } from '../metadata/xmlElement.ts';

/** A component of an archive or of the org. */
export interface Component {
    /** `CustomField` */
    type: string;
    /** `Meeting__c.Status__c` */
    fullName: string;
    /** The file in the archive: `objects/Meeting__c.object`. */
    fileName: string;
}

/** Names a component among all. */
export const keyOf = ({ type, fullName }: Pick<Component, 'type' | 'fullName'>): string => `${type}#${fullName}`;

/** What went wrong with a component. */
export interface ComponentFailure {
    component: Component;
    problem: string;
    at?: Pick<XmlElement, 'line' | 'column'> | undefined;
}
