import { SalesforceError, notFound } from '../salesforceError.ts';
import type { FieldValue, ObjectSchema } from '../schema/schema.ts';
import type { RecordInput, RecordStore, Row } from './recordStore.ts';
import { stamp } from './stamps.ts';
import { SYSTEM_ACTOR } from './systemActor.ts';

/** What a Lead is to become. */
export interface LeadConversion {
    leadId: string;
    /** An Account it is merged into; absent: a new one, named as the Lead's company. */
    accountId?: string | undefined;
    /** A Contact of that Account it is merged into; absent: a new one. */
    contactId?: string | undefined;
    /** Whether an Opportunity comes of it too; yes unless told otherwise. */
    createsOpportunity?: boolean | undefined;
}

/** What it has become. */
export interface ConvertedLead {
    accountId: string;
    contactId: string;
    opportunityId: string | undefined;
}

const MONTHS_OF_A_QUARTER = 3;
const FIRST_STAGE = 'Prospecting';

/**
 * Converts a Lead as `convertLead()` of the SOAP API, Apex and the button do: standard fields move on, empty fields of the
 * records it is merged into are filled, its activities go to the Contact. Lookups of custom objects stay with the Lead.
 * @throws SalesforceError NOT_FOUND, CANNOT_UPDATE_CONVERTED_LEAD, FIELD_INTEGRITY_EXCEPTION
 */
export function convertLead(store: RecordStore, conversion: LeadConversion): ConvertedLead {
    return store.transaction(() => {
        const lead = openLead(store, conversion.leadId);
        const accountId = merge(store, 'Account', conversion.accountId, accountOf(lead));
        refuseForeignContact(store, conversion);
        const contactId = merge(store, 'Contact', conversion.contactId, contactOf(lead, accountId));
        const opportunityId =
            conversion.createsOpportunity === false ? undefined : openOpportunity(store, lead, accountId);
        moveActivities(store, lead.Id, contactId);
        store.update(
            objectOf(store, 'Lead'),
            lead.Id,
            {
                Status: 'Closed - Converted',
                IsConverted: true,
                ConvertedDate: stamp(store.now()).slice(0, 10),
                ConvertedContactId: contactId,
                ConvertedAccountId: accountId,
                ConvertedOpportunityId: opportunityId ?? null
            },
            SYSTEM_ACTOR
        );
        return { accountId, contactId, opportunityId };
    });
}

function openLead(store: RecordStore, id: string): Row {
    const lead = store.find(objectOf(store, 'Lead'), id);
    if (!lead) throw notFound();
    if (lead['IsConverted'] === true) {
        throw new SalesforceError('CANNOT_UPDATE_CONVERTED_LEAD', 'cannot convert a lead that is converted', []);
    }
    return lead;
}

function refuseForeignContact(store: RecordStore, { accountId, contactId }: LeadConversion): void {
    if (contactId === undefined) return;
    const contact = store.find(objectOf(store, 'Contact'), contactId);
    if (!contact) throw notFound();
    if (accountId === undefined || contact['AccountId'] !== accountId) {
        throw new SalesforceError('FIELD_INTEGRITY_EXCEPTION', 'the contact is not of the given account', [
            'contactId'
        ]);
    }
}

const accountOf = (lead: Row): RecordInput => ({
    Name: lead['Company'],
    OwnerId: lead['OwnerId'],
    Phone: lead['Phone'],
    Website: lead['Website'],
    Industry: lead['Industry'],
    BillingCity: lead['City'],
    BillingCountry: lead['Country']
});

const contactOf = (lead: Row, accountId: string): RecordInput => ({
    AccountId: accountId,
    OwnerId: lead['OwnerId'],
    FirstName: lead['FirstName'],
    LastName: lead['LastName'],
    Title: lead['Title'],
    Email: lead['Email'],
    Phone: lead['Phone'],
    MobilePhone: lead['MobilePhone'],
    LeadSource: lead['LeadSource'],
    MailingCity: lead['City'],
    MailingCountry: lead['Country'],
    Description: lead['Description']
});

/** A new record, or a record on file whose empty fields are filled; what it has stays. */
function merge(store: RecordStore, objectName: string, id: string | undefined, fields: RecordInput): string {
    const object = objectOf(store, objectName);
    const told = Object.entries(fields).filter(([name, value]) => object.field(name) && (value ?? null) !== null);
    if (id === undefined) return store.insert(object, Object.fromEntries(told), SYSTEM_ACTOR).Id;
    const row = store.find(object, id);
    if (!row) throw notFound();
    const empty = told.filter(([name]) => (row[name] ?? null) === null);
    return store.update(object, row.Id, Object.fromEntries(empty), SYSTEM_ACTOR).Id;
}

/** Its dates and stage are those the platform puts there until somebody says better. */
function openOpportunity(store: RecordStore, lead: Row, accountId: string): string {
    const now = new Date(store.now());
    const nextQuarter = (Math.floor(now.getUTCMonth() / MONTHS_OF_A_QUARTER) + 1) * MONTHS_OF_A_QUARTER;
    const endOfQuarter = Date.UTC(now.getUTCFullYear(), nextQuarter, 0);
    const fields = {
        Name: `${text(lead['Company'])}-`,
        AccountId: accountId,
        OwnerId: lead['OwnerId'],
        StageName: FIRST_STAGE,
        CloseDate: stamp(endOfQuarter).slice(0, 10)
    };
    return store.insert(objectOf(store, 'Opportunity'), fields, SYSTEM_ACTOR).Id;
}

function moveActivities(store: RecordStore, leadId: string, contactId: string): void {
    for (const name of ['Event', 'Task']) {
        const object = objectOf(store, name);
        for (const { Id } of [...store.children(object, 'WhoId', leadId)]) {
            store.update(object, Id, { WhoId: contactId }, SYSTEM_ACTOR);
        }
    }
}

const text = (value: FieldValue | undefined): string => (typeof value === 'string' ? value : '');

function objectOf({ schema }: RecordStore, name: string): ObjectSchema {
    const object = schema.object(name);
    if (!object) throw new Error(`the org has no object ${name}`);
    return object;
}
