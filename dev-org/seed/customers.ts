import { ACCOUNTS, CONTACTS, LEADS, STRANGERS } from './people.ts';
import type { Person } from './people.ts';
import type { Seeder } from './seeder.ts';
import type { UserIds } from './users.ts';

/** A person a meeting can be about, and the records they stand on. */
export interface Prospect {
    firstName: string;
    lastName: string;
    email: string;
    company: string;
    phone?: string;
    /** Values of `Lead__c`, `Contact__c`, `Account__c`, `Opportunity__c`, `Case__c`; empty for a stranger. */
    record: { Lead__c?: string; Contact__c?: string; Account__c?: string; Opportunity__c?: string; Case__c?: string };
}

export type ProspectName = keyof typeof LEADS | keyof typeof CONTACTS | keyof typeof STRANGERS;

/** Every prospect by name. */
export type Prospects = Record<ProspectName, Prospect>;

/** Inserts accounts, contacts, deals, cases and leads, one lead of them converted. */
export function seedCustomers(seeder: Seeder, users: UserIds): Prospects {
    const accounts = new Map(
        ACCOUNTS.map(([name, industry, city]) => [
            name as string,
            seeder.insert('Account', { Name: name, Industry: industry, BillingCity: city }, users.julio)
        ])
    );
    const contacts = seedContacts(seeder, users, accounts);
    addDeals(seeder, users, contacts);
    seedConvertedLead(seeder, users, contacts.marcus);
    return { ...seedLeads(seeder, users), ...contacts, ...mapRows(STRANGERS, (row) => prospect(row, {})) };
}

function seedContacts(
    seeder: Seeder,
    users: UserIds,
    accounts: Map<string, string>
): Record<keyof typeof CONTACTS, Prospect> {
    return mapRows(CONTACTS, (row) => {
        const account = accounts.get(row.company) ?? '';
        const id = seeder.insert(
            'Contact',
            {
                FirstName: row.firstName,
                LastName: row.lastName,
                Email: row.email,
                Phone: row.phone,
                Title: row.title,
                AccountId: account
            },
            users.julio
        );
        return prospect(row, { Contact__c: id, Account__c: account });
    });
}

function addDeals(seeder: Seeder, users: UserIds, contacts: Record<keyof typeof CONTACTS, Prospect>): void {
    const deal = (who: Prospect, name: string, stage: string, amount: number, closesInDays: number): void => {
        who.record.Opportunity__c = seeder.insert(
            'Opportunity',
            {
                Name: name,
                AccountId: who.record.Account__c,
                StageName: stage,
                Amount: amount,
                CloseDate: seeder.fromNow({ days: closesInDays }).slice(0, 10)
            },
            users.julio
        );
    };
    deal(contacts.hamid, 'Brightwater Health – Patient scheduling platform', 'Proposal/Price Quote', 184_000, 45);
    deal(contacts.ingrid, 'Kestrel Aerospace – Supplier portal', 'Needs Analysis', 96_500, 80);
    deal(contacts.marcus, 'Harborline Insurance – Broker onboarding', 'Qualification', 41_000, 110);
    const problem = (who: Prospect, subject: string, priority: string): void => {
        who.record.Case__c = seeder.insert(
            'Case',
            {
                Subject: subject,
                Status: 'Working',
                Priority: priority,
                Origin: 'Email',
                ContactId: who.record.Contact__c,
                AccountId: who.record.Account__c
            },
            users.julio
        );
    };
    problem(contacts.beatrice, 'Calendar invitations arrive in the wrong language', 'Medium');
    problem(contacts.rosa, 'Single sign-on fails after certificate renewal', 'High');
    problem(contacts.etienne, 'Facturation : changer l’adresse de livraison', 'Low');
}

function seedLeads(seeder: Seeder, users: UserIds): Record<keyof typeof LEADS, Prospect> {
    return mapRows(LEADS, (row) => {
        const id = seeder.insert('Lead', leadInput(row), users[row.owner ?? 'julio']);
        return prospect(row, { Lead__c: id });
    });
}

/** Marcus was a lead once. */
function seedConvertedLead(seeder: Seeder, users: UserIds, marcus: Prospect): void {
    seeder.insert(
        'Lead',
        {
            ...leadInput(CONTACTS.marcus),
            Status: 'Closed - Converted',
            IsConverted: true,
            ConvertedDate: seeder.fromNow({ days: -20 }).slice(0, 10),
            ConvertedContactId: marcus.record.Contact__c,
            ConvertedAccountId: marcus.record.Account__c,
            ConvertedOpportunityId: marcus.record.Opportunity__c
        },
        users.julio
    );
}

function leadInput(row: Person): Record<string, unknown> {
    return {
        FirstName: row.firstName,
        LastName: row.lastName,
        Email: row.email,
        Company: row.company,
        Title: row.title,
        Phone: row.phone,
        LeadSource: 'Web'
    };
}

function prospect({ firstName, lastName, email, company, phone }: Person, record: Prospect['record']): Prospect {
    return { firstName, lastName, email, company, record, ...(phone !== undefined && { phone }) };
}

function mapRows<Name extends string>(
    rows: Record<Name, Person>,
    seed: (row: Person) => Prospect
): Record<Name, Prospect> {
    const entries = Object.entries(rows) as [Name, Person][];
    return Object.fromEntries(entries.map(([name, row]) => [name, seed(row)])) as Record<Name, Prospect>;
}
