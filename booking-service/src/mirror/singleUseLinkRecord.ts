import { z } from 'zod';
import { PersonRecords, readKnownProspect } from './knownProspect.ts';

const text = z
    .string()
    .nullish()
    .transform((value) => value ?? undefined);
const optionalInstant = z
    .string()
    .nullish()
    .transform((value) => (value ? new Date(value) : undefined));

/** One use of an original link, as Salesforce holds it. */
export const SingleUseLinkRecord = z
    .object({
        Id: z.string(),
        OwnerId: z.string(),
        TokenHash__c: z.string(),
        BookingLink__c: z.string(),
        Lead__c: text,
        Contact__c: text,
        Account__c: text,
        Opportunity__c: text,
        Case__c: text,
        RecipientEmail__c: text,
        ExpiresAt__c: optionalInstant,
        RevokedAt__c: optionalInstant,
        ClaimedByUid__c: text,
        IsDeleted: z.boolean().nullish(),
        SystemModstamp: z.string().transform((value) => new Date(value)),
        ...PersonRecords
    })
    .transform((row) => ({
        id: row.Id,
        ownerId: row.OwnerId,
        tokenHash: row.TokenHash__c,
        bookingLinkId: row.BookingLink__c,
        leadId: row.Lead__c,
        contactId: row.Contact__c,
        accountId: row.Account__c,
        opportunityId: row.Opportunity__c,
        caseId: row.Case__c,
        recipientEmail: row.RecipientEmail__c,
        expiresAt: row.ExpiresAt__c,
        revokedAt: row.RevokedAt__c,
        claimedByUid: row.ClaimedByUid__c,
        isDeleted: row.IsDeleted ?? false,
        systemModstamp: row.SystemModstamp,
        prospect: readKnownProspect(row)
    }));
