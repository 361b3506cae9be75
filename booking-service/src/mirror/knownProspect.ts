import { z } from 'zod';

const text = z.string().nullish();
const person = { FirstName: text, LastName: text, Email: text, Phone: text, Title: text };

/** The Lead or Contact a link was made for, as it comes along with the link. */
export const PersonRecords = {
    Lead__r: z.object({ ...person, Company: text }).nullish(),
    Contact__r: z.object({ ...person, Account: z.object({ Name: text }).nullish() }).nullish()
};

/** What to ask Salesforce for, to get `PersonRecords`. */
export const PERSON_FIELDS = [
    ...[...Object.keys(person), 'Company'].map((field) => `Lead__r.${field}`),
    ...[...Object.keys(person), 'Account.Name'].map((field) => `Contact__r.${field}`)
];

/** What Salesforce knows of the person a link was made for. */
export const KnownProspect = z.object({
    firstName: z.string().optional(),
    lastName: z.string().optional(),
    email: z.string().optional(),
    phone: z.string().optional(),
    company: z.string().optional(),
    title: z.string().optional()
});
export type KnownProspect = z.infer<typeof KnownProspect>;
export type KnownField = keyof KnownProspect;

const FIELDS: Partial<Record<string, KnownField>> = {
    firstname: 'firstName',
    lastname: 'lastName',
    email: 'email',
    phone: 'phone',
    company: 'company',
    title: 'title'
};

/** What a field of Lead or Contact, named as in Salesforce but for case, is here; undefined when it is not read. */
export function knownField(fieldName: string | undefined): KnownField | undefined {
    return FIELDS[(fieldName ?? '').trim().toLowerCase()];
}

interface Person {
    FirstName?: string | null | undefined;
    LastName?: string | null | undefined;
    Email?: string | null | undefined;
    Phone?: string | null | undefined;
    Title?: string | null | undefined;
}

/** The Contact, else the Lead, else only the address the link was made for. */
export function readKnownProspect(row: {
    Lead__r?: (Person & { Company?: string | null | undefined }) | null | undefined;
    Contact__r?: (Person & { Account?: { Name?: string | null | undefined } | null | undefined }) | null | undefined;
    RecipientEmail__c?: string | undefined;
}): KnownProspect {
    const { Lead__r: lead, Contact__r: contact, RecipientEmail__c: recipientEmail } = row;
    const found = contact ?? lead;
    const known = {
        firstName: found?.FirstName,
        lastName: found?.LastName,
        email: found?.Email ?? recipientEmail,
        phone: found?.Phone,
        company: contact ? contact.Account?.Name : lead?.Company,
        title: found?.Title
    };
    return KnownProspect.parse(Object.fromEntries(Object.entries(known).filter(([, value]) => Boolean(value))));
}
