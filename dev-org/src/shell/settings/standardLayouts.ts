import type { LayoutSection } from './layouts.ts';

/** The page layouts that an org brings along, as far as the dev org has their fields; read across. */
export const STANDARD_LAYOUTS: Readonly<Record<string, LayoutSection[]>> = {
    Account: [
        {
            label: 'Account Information',
            fields: ['OwnerId', 'Phone', 'Name', 'Website', 'ParentId', 'Industry', 'Type', 'NumberOfEmployees']
        },
        {
            label: 'Address Information',
            fields: ['BillingStreet', 'BillingCity', 'BillingState', 'BillingPostalCode', 'BillingCountry']
        },
        { label: 'Description', fields: ['Description'] }
    ],
    Case: [
        {
            label: 'Case Information',
            fields: ['OwnerId', 'Status', 'CaseNumber', 'Priority', 'ContactId', 'Origin', 'AccountId', 'Type']
        },
        { label: 'Description', fields: ['Subject', 'Description', 'Reason', 'ClosedDate'] }
    ],
    Contact: [
        {
            label: 'Contact Information',
            fields: ['OwnerId', 'Phone', 'Name', 'MobilePhone', 'AccountId', 'Email', 'Title', 'ReportsToId']
        },
        { label: 'Additional Information', fields: ['Department', 'LeadSource', 'MailingCity', 'MailingCountry'] },
        { label: 'Description', fields: ['Description'] }
    ],
    Lead: [
        {
            label: 'Lead Information',
            fields: ['OwnerId', 'Phone', 'Name', 'MobilePhone', 'Company', 'Email', 'Title', 'Website']
        },
        { label: 'Status', fields: ['Status', 'LeadSource', 'Rating', 'Industry'] },
        { label: 'Address Information', fields: ['Street', 'City', 'State', 'PostalCode', 'Country'] },
        { label: 'Description', fields: ['Description'] }
    ],
    Opportunity: [
        {
            label: 'Opportunity Information',
            fields: ['OwnerId', 'Amount', 'Name', 'CloseDate', 'AccountId', 'StageName', 'Type', 'Probability']
        },
        { label: 'Additional Information', fields: ['LeadSource', 'NextStep'] },
        { label: 'Description', fields: ['Description'] }
    ]
};
