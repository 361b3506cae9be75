import type { Choice, Meeting } from 'types/meetings';

interface Field {
    value: string | null;
}

interface PicklistField extends Field {
    displayValue?: string | null;
}

interface ParentNode {
    Id: string;
    Name: Field;
}

/** A meeting as the UI API's GraphQL answers it. */
export interface MeetingNode {
    Id: string;
    Revision__c: { value: number | null };
    StartsAt__c: Field;
    EndsAt__c: Field;
    MeetingTypeTitle__c: Field;
    Host__c: Field;
    HostNames__c: Field;
    ProspectName__c: Field;
    ProspectLastName__c: Field;
    ProspectEmail__c: Field;
    ProspectCompany__c: Field;
    LinkType__c: PicklistField;
    Status__c: PicklistField;
    BookedAt__c: Field;
    SyncStatus__c: Field;
    SyncError__c: Field;
    BookingLink__r: { Name: Field; Url__c: Field } | null;
    Lead__r: ParentNode | null;
    Contact__r: ParentNode | null;
    Account__r: ParentNode | null;
    Opportunity__r: ParentNode | null;
    Case__r: { Id: string; CaseNumber: Field } | null;
}

/** Turns an answered meeting into a row. */
export function toMeeting(node: MeetingNode): Meeting {
    return {
        id: node.Id,
        revision: node.Revision__c.value ?? 0,
        startsAt: node.StartsAt__c.value,
        endsAt: node.EndsAt__c.value,
        meetingTypeTitle: node.MeetingTypeTitle__c.value,
        hostId: node.Host__c.value,
        hostNames: node.HostNames__c.value,
        prospectName: node.ProspectName__c.value,
        prospectLastName: node.ProspectLastName__c.value,
        prospectEmail: node.ProspectEmail__c.value,
        prospectCompany: node.ProspectCompany__c.value,
        record: recordOf(node),
        linkName: node.BookingLink__r?.Name.value ?? null,
        linkUrl: node.BookingLink__r?.Url__c.value ?? null,
        linkType: toChoice(node.LinkType__c),
        status: toChoice(node.Status__c),
        bookedAt: node.BookedAt__c.value,
        syncStatus: node.SyncStatus__c.value,
        syncError: node.SyncError__c.value
    };
}

function toChoice({ value, displayValue }: PicklistField): Choice {
    return { value: value ?? '', label: displayValue ?? value ?? '' };
}

/** A deal or a case says most about a meeting, a person more than a company. */
function recordOf(node: MeetingNode): Meeting['record'] {
    const candidates = [
        toRecord('Opportunity', node.Opportunity__r),
        toRecord('Case', node.Case__r && { Id: node.Case__r.Id, Name: node.Case__r.CaseNumber }),
        toRecord('Lead', node.Lead__r),
        toRecord('Contact', node.Contact__r),
        toRecord('Account', node.Account__r)
    ];
    return candidates.find((record) => record !== undefined);
}

function toRecord(objectApiName: string, parent: ParentNode | null): Meeting['record'] {
    // A parent the user may not see comes without a name.
    return parent ? { id: parent.Id, name: parent.Name.value ?? parent.Id, objectApiName } : undefined;
}
