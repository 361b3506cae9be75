import { z } from 'zod';

const text = z
    .string()
    .nullish()
    .transform((value) => value ?? undefined);
const flag = z
    .boolean()
    .nullish()
    .transform((value) => value ?? false);

/** What an admin decides for the whole org; the record `Default` counts. */
export const SettingRecord = z
    .object({
        Id: z.string(),
        DeveloperName: z.string(),
        WritesEvents__c: flag,
        CreatesLeads__c: flag,
        LinkCacheHours__c: z.number().nullish(),
        FallbackOwnerUsername__c: text,
        BrandColor__c: text,
        ContactAddress__c: text,
        EmbedOrigins__c: text
    })
    .transform((row) => ({
        id: row.Id,
        name: row.DeveloperName,
        writesEvents: row.WritesEvents__c,
        createsLeads: row.CreatesLeads__c,
        linkCacheHours: row.LinkCacheHours__c ?? undefined,
        fallbackOwnerUsername: row.FallbackOwnerUsername__c,
        brandColor: row.BrandColor__c,
        contactAddress: row.ContactAddress__c,
        /** As typed: `readEmbedOrigins` takes what can be used. */
        embedOrigins: row.EmbedOrigins__c
    }));
