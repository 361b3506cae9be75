import type { RecordObject } from '../../../types/links.d.ts';

export interface RecordReference {
    id: string;
    objectApiName: RecordObject;
}

/** The first three characters of an id name the object, in every org. */
const KEY_PREFIXES: Record<string, RecordObject> = {
    '001': 'Account',
    '003': 'Contact',
    '006': 'Opportunity',
    '00Q': 'Lead',
    '500': 'Case'
};

/** `/lightning/r/Lead/<id>/view`, `/lightning/r/<id>/view` and classic `/<id>`. */
const RECORD_PATH =
    /^\/(?:lightning\/r\/(?:[A-Za-z]\w*\/)?)?([a-zA-Z0-9]{15}(?:[a-zA-Z0-9]{3})?)(?:\/(?:view|edit)?)?$/;

/** The record a page of a user's own org shows, or undefined on any other page. */
export function readRecordUrl(address: string, instanceUrl: string): RecordReference | undefined {
    const url = URL.parse(address);
    if (!url || orgOf(url) !== orgOf(new URL(instanceUrl))) return undefined;
    const id = RECORD_PATH.exec(url.pathname)?.[1];
    const objectApiName = KEY_PREFIXES[id?.slice(0, 3) ?? ''];
    return id !== undefined && objectApiName ? { id, objectApiName } : undefined;
}

/** What all hosts of one org share: `acme` of acme.my.salesforce.com and acme.lightning.force.com; else the origin. */
function orgOf({ hostname, origin, protocol }: URL): string {
    const myDomain =
        /^([\w-]+)(?:\.sandbox|\.develop|\.scratch|\.demo|\.trailblaze|\.patch)?\.(?:my\.salesforce|lightning\.force)\.com$/;
    const name = protocol === 'https:' ? myDomain.exec(hostname)?.[1] : undefined;
    return name ?? origin;
}
