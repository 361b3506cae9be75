import { z } from 'zod';
import { isTimeZone } from '../scheduling/timeZone.ts';

const text = z
    .string()
    .nullish()
    .transform((value) => value ?? undefined);

/** Somebody who may host. */
export const UserRecord = z
    .object({
        Id: z.string(),
        Name: z.string(),
        Username: text,
        Email: text,
        Title: text,
        TimeZoneSidKey: z.string().nullish(),
        LanguageLocaleKey: z.string().nullish(),
        LocaleSidKey: z.string().nullish(),
        IsActive: z.boolean().nullish()
    })
    .transform((row) => ({
        id: row.Id,
        name: row.Name,
        ...(row.Username !== undefined && { username: row.Username }),
        email: row.Email,
        title: row.Title,
        /** Salesforce offers a few zones of its own making; those count as UTC. */
        timeZone: row.TimeZoneSidKey && isTimeZone(row.TimeZoneSidKey) ? row.TimeZoneSidKey : 'UTC',
        /** BCP 47. */
        locale: localeOf(row.LanguageLocaleKey, row.LocaleSidKey),
        isActive: row.IsActive ?? false
    }));

/** The language a user reads, with the region of their number and date formats where that speaks the language too. */
function localeOf(languageKey: string | null | undefined, formatKey: string | null | undefined): string {
    const [language = 'en', region] = (languageKey ?? 'en').split('_');
    const [formatLanguage, formatRegion] = (formatKey ?? '').split('_');
    const country = formatLanguage === language ? (formatRegion ?? region) : region;
    return country !== undefined && /^[A-Z]{2}$/.test(country) ? `${language}-${country}` : language;
}
