import { checkbox, field, lookup, picklist, text, READ_ONLY } from '../fieldBuilders.ts';
import { standardObject } from './standardObject.ts';

/** Campaigns and who is in them. */
export const CAMPAIGNS = [
    standardObject({
        name: 'Campaign',
        plural: 'Campaigns',
        keyPrefix: '701',
        hasOwner: true,
        hasActivities: true,
        fields: [
            text('Name', 80, { label: 'Campaign Name', isRequired: true }),
            picklist('Status', ['Planned*', 'In Progress', 'Completed', 'Aborted']),
            picklist('Type', ['Conference', 'Webinar', 'Email', 'Other']),
            checkbox('IsActive', { label: 'Active' }),
            field('StartDate', 'date'),
            field('EndDate', 'date')
        ]
    }),
    standardObject({
        name: 'CampaignMember',
        plural: 'Campaign Members',
        keyPrefix: '00v',
        nameField: 'Id',
        sharingModel: 'ControlledByParent',
        fields: [
            lookup(
                'CampaignId',
                'Campaign',
                { childRelationshipName: 'CampaignMembers', deleteConstraint: 'Cascade' },
                { isRequired: true, isUpdateable: false }
            ),
            lookup(
                'LeadId',
                'Lead',
                { childRelationshipName: 'CampaignMembers', deleteConstraint: 'Cascade' },
                { isUpdateable: false }
            ),
            lookup(
                'ContactId',
                'Contact',
                { childRelationshipName: 'CampaignMembers', deleteConstraint: 'Cascade' },
                { isUpdateable: false }
            ),
            picklist('Status', ['Sent*', 'Responded']),
            checkbox('HasResponded', { label: 'Responded', ...READ_ONLY })
        ]
    })
];
