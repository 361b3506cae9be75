import { checkbox, field, longText, lookup, picklist, text, READ_ONLY } from '../fieldBuilders.ts';
import { standardObject } from './standardObject.ts';

const related = (children: string) => [
    lookup('WhoId', ['Lead', 'Contact'], { childRelationshipName: children }),
    lookup('WhatId', '*', { childRelationshipName: children })
];

/** Calendar entries, tasks and who is invited. Fields of Activity join Event and Task. */
export const ACTIVITIES = [
    standardObject({
        name: 'Event',
        plural: 'Events',
        keyPrefix: '00U',
        nameField: 'Subject',
        hasOwner: true,
        fields: [
            text('Subject', 255),
            ...related('Events'),
            lookup('AccountId', 'Account', {}, READ_ONLY),
            field('StartDateTime', 'datetime', { label: 'Start' }),
            field('EndDateTime', 'datetime', { label: 'End' }),
            field('ActivityDate', 'date', { label: 'Due Date Only' }),
            field('ActivityDateTime', 'datetime', { label: 'Due Date Time' }),
            field('DurationInMinutes', 'int', { label: 'Duration' }),
            checkbox('IsAllDayEvent', { label: 'All-Day Event' }),
            picklist('ShowAs', ['Busy*', 'OutOfOffice', 'Free'], { label: 'Show Time As', isRestricted: true }),
            text('Location', 255),
            longText('Description', 32000),
            checkbox('IsPrivate', { label: 'Private' }),
            checkbox('IsChild', READ_ONLY),
            checkbox('IsRecurrence', { isUpdateable: false }),
            checkbox('IsRecurrence2', READ_ONLY),
            checkbox('IsRecurrence2Exclusion', READ_ONLY),
            checkbox('IsArchived', READ_ONLY)
        ]
    }),
    standardObject({
        name: 'Task',
        plural: 'Tasks',
        keyPrefix: '00T',
        nameField: 'Subject',
        hasOwner: true,
        fields: [
            text('Subject', 255),
            ...related('Tasks'),
            lookup('AccountId', 'Account', {}, READ_ONLY),
            field('ActivityDate', 'date', { label: 'Due Date' }),
            picklist('Status', ['Not Started*', 'In Progress', 'Completed', 'Waiting on someone else', 'Deferred'], {
                isRequired: true
            }),
            picklist('Priority', ['High', 'Normal*', 'Low'], { isRequired: true }),
            longText('Description', 32000)
        ]
    }),
    standardObject({
        name: 'EventRelation',
        plural: 'Event Relations',
        keyPrefix: '0RE',
        nameField: 'Id',
        fields: [
            lookup(
                'EventId',
                'Event',
                { childRelationshipName: 'EventRelations', deleteConstraint: 'Cascade' },
                { isRequired: true, isUpdateable: false }
            ),
            lookup(
                'RelationId',
                ['User', 'Contact', 'Lead'],
                { deleteConstraint: 'Cascade' },
                { isRequired: true, isUpdateable: false }
            ),
            picklist('Status', ['New*', 'Declined', 'Accepted'], { isRestricted: true }),
            field('RespondedDate', 'datetime'),
            text('Response', 255)
        ]
    })
];
