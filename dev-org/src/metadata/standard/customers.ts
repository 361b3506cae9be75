import { checkbox, field, longText, lookup, picklist, text, READ_ONLY } from '../fieldBuilders.ts';
import { personNames, standardObject } from './standardObject.ts';

const phones = () => [
    field('Phone', 'phone', { length: 40 }),
    field('MobilePhone', 'phone', { length: 40, label: 'Mobile' })
];

const INDUSTRIES = [
    'Banking',
    'Consulting',
    'Education',
    'Energy',
    'Finance',
    'Healthcare',
    'Manufacturing',
    'Retail',
    'Technology',
    'Telecommunications',
    'Transportation',
    'Other'
];

/** What tells of a lead's conversion: an import may bring it along, nothing may change it. */
const CONVERSION = { isUpdateable: false } as const;

/** Accounts and the people and deals around them. */
export const CUSTOMERS = [
    standardObject({
        name: 'Account',
        plural: 'Accounts',
        keyPrefix: '001',
        hasOwner: true,
        hasActivities: true,
        fields: [
            text('Name', 255, { label: 'Account Name', isRequired: true }),
            picklist('Type', ['Prospect', 'Customer - Direct', 'Customer - Channel', 'Partner', 'Other']),
            picklist('Industry', INDUSTRIES),
            field('Phone', 'phone', { length: 40 }),
            field('Website', 'url', { length: 255 }),
            field('NumberOfEmployees', 'int', { label: 'Employees' }),
            field('AnnualRevenue', 'double', { precision: 18, scale: 0 }),
            text('BillingCity', 40),
            text('BillingState', 80),
            text('BillingCountry', 80),
            longText('Description', 32000)
        ]
    }),
    standardObject({
        name: 'Contact',
        plural: 'Contacts',
        keyPrefix: '003',
        hasOwner: true,
        hasActivities: true,
        fields: [
            ...personNames(),
            lookup('AccountId', 'Account', { childRelationshipName: 'Contacts', deleteConstraint: 'Cascade' }),
            text('Title', 128),
            text('Department', 80),
            field('Email', 'email', { length: 80 }),
            ...phones(),
            text('MailingCity', 40),
            text('MailingCountry', 80),
            picklist('LeadSource', ['Web', 'Phone Inquiry', 'Partner Referral', 'Purchased List', 'Other']),
            longText('Description', 32000)
        ]
    }),
    standardObject({
        name: 'Lead',
        plural: 'Leads',
        keyPrefix: '00Q',
        hasOwner: true,
        hasActivities: true,
        fields: [
            ...personNames(),
            text('Company', 255, { isRequired: true }),
            text('Title', 128),
            field('Email', 'email', { length: 80 }),
            ...phones(),
            field('Website', 'url', { length: 255 }),
            picklist(
                'Status',
                ['Open - Not Contacted*', 'Working - Contacted', 'Closed - Converted', 'Closed - Not Converted'],
                { label: 'Lead Status', isRequired: true }
            ),
            picklist('LeadSource', ['Web', 'Phone Inquiry', 'Partner Referral', 'Purchased List', 'Other']),
            picklist('Industry', INDUSTRIES),
            picklist('Rating', ['Hot', 'Warm', 'Cold']),
            text('City', 40),
            text('Country', 80),
            longText('Description', 32000),
            checkbox('IsConverted', { label: 'Converted', ...CONVERSION }),
            field('ConvertedDate', 'date', CONVERSION),
            lookup('ConvertedContactId', 'Contact', {}, CONVERSION),
            lookup('ConvertedAccountId', 'Account', {}, CONVERSION),
            lookup('ConvertedOpportunityId', 'Opportunity', {}, CONVERSION)
        ]
    }),
    standardObject({
        name: 'Opportunity',
        plural: 'Opportunities',
        keyPrefix: '006',
        hasOwner: true,
        hasActivities: true,
        fields: [
            text('Name', 120, { label: 'Opportunity Name', isRequired: true }),
            lookup('AccountId', 'Account', { childRelationshipName: 'Opportunities', deleteConstraint: 'Cascade' }),
            picklist(
                'StageName',
                [
                    'Prospecting',
                    'Qualification',
                    'Needs Analysis',
                    'Value Proposition',
                    'Proposal/Price Quote',
                    'Negotiation/Review',
                    'Closed Won',
                    'Closed Lost'
                ],
                { label: 'Stage', isRequired: true }
            ),
            field('Amount', 'double', { precision: 18, scale: 2 }),
            field('CloseDate', 'date', { isRequired: true }),
            field('Probability', 'double', { precision: 3, scale: 0 }),
            picklist('Type', ['New Customer', 'Existing Customer - Upgrade', 'Existing Customer - Replacement']),
            text('NextStep', 255),
            longText('Description', 32000)
        ]
    }),
    standardObject({
        name: 'Case',
        plural: 'Cases',
        keyPrefix: '500',
        nameField: 'CaseNumber',
        hasOwner: true,
        hasActivities: true,
        fields: [
            text('CaseNumber', 30, { autoNumberFormat: '{00000000}', ...READ_ONLY }),
            text('Subject', 255),
            longText('Description', 32000),
            picklist('Status', ['New*', 'Working', 'Escalated', 'Closed'], { isRequired: true }),
            picklist('Priority', ['High', 'Medium*', 'Low']),
            picklist('Origin', ['Phone', 'Email', 'Web'], { label: 'Case Origin' }),
            lookup('ContactId', 'Contact', { childRelationshipName: 'Cases' }),
            lookup('AccountId', 'Account', { childRelationshipName: 'Cases', deleteConstraint: 'Cascade' }),
            field('SuppliedEmail', 'email', { length: 80, label: 'Web Email' })
        ]
    })
];
