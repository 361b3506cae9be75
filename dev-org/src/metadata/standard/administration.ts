import { checkbox, field, lookup, longText, picklist, text, READ_ONLY } from '../fieldBuilders.ts';
import { profileId } from './profiles.ts';
import { personNames, standardObject } from './standardObject.ts';

/** Users, roles, groups, permission set assignments and the organization itself. */
export const ADMINISTRATION = [
    standardObject({
        name: 'User',
        plural: 'Users',
        keyPrefix: '005',
        sharingModel: 'Read',
        fields: [
            ...personNames(),
            text('Username', 80, { isRequired: true, isUnique: true }),
            text('Alias', 8),
            field('Email', 'email', { length: 128, isRequired: true }),
            field('Phone', 'phone', { length: 40 }),
            field('MobilePhone', 'phone', { length: 40 }),
            text('Title', 80),
            text('CompanyName', 80),
            text('Department', 80),
            text('TimeZoneSidKey', 40, { label: 'Time Zone', isRequired: true, defaultValue: 'GMT' }),
            text('LocaleSidKey', 40, { label: 'Locale', isRequired: true, defaultValue: 'en_US' }),
            text('LanguageLocaleKey', 40, { label: 'Language', isRequired: true, defaultValue: 'en_US' }),
            picklist('UserType', ['Standard*', 'AutomatedProcess']),
            checkbox('IsActive', { label: 'Active', defaultValue: true }),
            lookup('ManagerId', 'User', { childRelationshipName: 'ManagedUsers' }),
            lookup('UserRoleId', 'UserRole', { childRelationshipName: 'Users' }),
            lookup(
                'ProfileId',
                'Profile',
                { childRelationshipName: 'Users', deleteConstraint: 'Restrict' },
                { isRequired: true, defaultValue: profileId('Standard User') }
            ),
            field('SmallPhotoUrl', 'url', { length: 1024 }),
            field('FullPhotoUrl', 'url', { length: 1024 })
        ]
    }),
    standardObject({
        name: 'Profile',
        plural: 'Profiles',
        keyPrefix: '00e',
        nameField: 'Name',
        fields: [
            text('Name', 255, { isUnique: true, ...READ_ONLY }),
            text('Description', 255, READ_ONLY),
            picklist('UserType', ['Standard*'], READ_ONLY)
        ]
    }),
    standardObject({
        name: 'UserRole',
        plural: 'Roles',
        keyPrefix: '00E',
        fields: [
            text('Name', 80, { isRequired: true }),
            text('DeveloperName', 80, { isUnique: true }),
            lookup('ParentRoleId', 'UserRole')
        ]
    }),
    standardObject({
        name: 'Group',
        plural: 'Groups',
        keyPrefix: '00G',
        fields: [
            text('Name', 40, { isRequired: true }),
            text('DeveloperName', 80, { isUnique: true }),
            picklist('Type', ['Regular*', 'Queue', 'Organization', 'Role'], { isRestricted: true })
        ]
    }),
    standardObject({
        name: 'GroupMember',
        plural: 'Group Members',
        keyPrefix: '011',
        nameField: 'Id',
        fields: [
            lookup(
                'GroupId',
                'Group',
                { childRelationshipName: 'GroupMembers', deleteConstraint: 'Cascade' },
                { isRequired: true, isUpdateable: false }
            ),
            lookup(
                'UserOrGroupId',
                ['User', 'Group'],
                { deleteConstraint: 'Cascade' },
                { isRequired: true, isUpdateable: false }
            )
        ]
    }),
    standardObject({
        name: 'Organization',
        plural: 'Organizations',
        keyPrefix: '00D',
        fields: [
            text('Name', 80, { isRequired: true }),
            text('OrganizationType', 40, { defaultValue: 'Developer Edition' }),
            text('InstanceName', 5, { defaultValue: 'DEV' }),
            checkbox('IsSandbox'),
            // Two names the Salesforce CLI asks for; both stay empty.
            text('NamespacePrefix', 15, READ_ONLY),
            field('TrialExpirationDate', 'datetime', READ_ONLY),
            text('TimeZoneSidKey', 40, { label: 'Time Zone', defaultValue: 'GMT' }),
            text('DefaultLocaleSidKey', 40, { label: 'Locale', defaultValue: 'en_US' }),
            text('LanguageLocaleKey', 40, { label: 'Language', defaultValue: 'en_US' })
        ]
    }),
    standardObject({
        name: 'PermissionSet',
        plural: 'Permission Sets',
        keyPrefix: '0PS',
        nameField: 'Name',
        fields: [
            text('Name', 80, { isUnique: true, isCaseSensitive: true, ...READ_ONLY }),
            text('Label', 80, READ_ONLY),
            longText('Description', 255, { ...READ_ONLY, isFilterable: true }),
            checkbox('IsCustom', { defaultValue: true, ...READ_ONLY }),
            checkbox('IsOwnedByProfile', READ_ONLY)
        ]
    }),
    standardObject({
        name: 'PermissionSetAssignment',
        plural: 'Permission Set Assignments',
        keyPrefix: '0Pa',
        nameField: 'Id',
        fields: [
            lookup(
                'PermissionSetId',
                'PermissionSet',
                { childRelationshipName: 'Assignments', deleteConstraint: 'Cascade' },
                { isRequired: true, isUpdateable: false }
            ),
            lookup(
                'AssigneeId',
                'User',
                { childRelationshipName: 'PermissionSetAssignments', deleteConstraint: 'Cascade' },
                { isRequired: true, isUpdateable: false }
            )
        ]
    })
];
