import type { ManagedLinkDraft, ManagedRow, ManagedUser } from 'types/managedLinks';

/** A user by first and last name. */
export function aUser(name: string): ManagedUser {
    const [firstName = '', lastName = ''] = name.split(' ');
    const username = `${firstName}.${lastName}@nexora.example`.toLowerCase();
    return { id: `005${firstName}`, name, firstName, lastName, username };
}

const MANAGED: ManagedLinkDraft & { id: string } = {
    id: 'a08000000000001AAA',
    name: 'Office hours',
    namePattern: 'Office hours with {firstName}',
    slugPattern: '{firstName}-office-hours',
    meetingType: {
        id: 'a05000000000001AAA',
        title: 'Office hours',
        description: '',
        durationMinutes: 30,
        singleUsePolicy: 'Allowed'
    },
    pool: undefined,
    expiresAt: '',
    isInLibrary: false,
    isActive: true,
    groupId: ''
};

/** A managed link that is saved, but for these fields. */
export function aManagedLink(fields: Partial<ManagedLinkDraft> = {}): ManagedLinkDraft & { id: string } {
    return { ...MANAGED, ...fields, id: fields.id ?? MANAGED.id };
}

/** A user's row whose link is as the managed link says, but for these fields of the row. */
export function aRow(name: string, fields: Partial<ManagedRow> = {}): ManagedRow {
    const user = aUser(name);
    return {
        id: `a09${user.firstName}`,
        user,
        isRemoved: false,
        error: '',
        link: {
            id: `a01${user.firstName}`,
            name: `Office hours with ${user.firstName}`,
            slug: `${user.firstName.toLowerCase()}-office-hours`,
            url: `https://book.nexora.example/l/${user.firstName.toLowerCase()}-office-hours`,
            meetingType: MANAGED.meetingType,
            hosts: [{ role: 'Required Host', id: user.id, name, rowId: `a07${user.firstName}` }],
            description: '',
            expiresAt: '',
            isInLibrary: false,
            isActive: true,
            isExpired: false,
            isBookable: true
        },
        ...fields
    };
}

const field = (value: unknown): { value: unknown } => ({ value });

/** A user as queries answer them. */
export function aUserNode(name: string): object {
    const { id, firstName, lastName, username } = aUser(name);
    return {
        ...{ Id: id, Name: field(name), FirstName: field(firstName) },
        ...{ LastName: field(lastName), Username: field(username), IsActive: field(true) }
    };
}

const MEETING_TYPE_NODE = {
    Id: 'a05000000000001AAA',
    Title__c: field('Office hours'),
    Description__c: field(null),
    DurationMinutes__c: field(30),
    SingleUsePolicy__c: field('Allowed'),
    ExpiresAt__c: field(null),
    IsActive__c: field(true)
};

/** The answer about managed links of these names. */
export function managedLinksAnswer(nodes: Record<string, unknown>[], hasNextPage = false): object {
    const edges = nodes.map((fields, index) => ({
        node: {
            Id: `a0800000000000${index + 1}AAA`,
            Name: field('Office hours'),
            NamePattern__c: field('Office hours with {firstName}'),
            SlugPattern__c: field('{firstName}-office-hours'),
            PublicGroupId__c: field(null),
            ExpiresAt__c: field(null),
            IsActive__c: field(true),
            IsInLibrary__c: field(false),
            MeetingType__r: MEETING_TYPE_NODE,
            HostPool__r: null,
            assigned: { totalCount: 4 },
            missing: { totalCount: 0 },
            ...fields
        }
    }));
    return { uiapi: { query: { ManagedLink__c: { edges, pageInfo: { hasNextPage } } } } };
}

/** The answer about the users of a managed link, each with a link unless their fields say otherwise. */
export function managedRowsAnswer(rows: [name: string, fields?: object][], hasNextPage = false): object {
    const edges = rows.map(([name, fields = {}]) => {
        const row = aRow(name);
        return {
            node: {
                Id: row.id,
                Error__c: field(null),
                RemovedAt__c: field(null),
                User__r: aUserNode(name),
                BookingLink__r: {
                    Id: row.link!.id,
                    Name: field(row.link!.name),
                    Slug__c: field(row.link!.slug),
                    Url__c: field(row.link!.url),
                    Description__c: field(null),
                    ExpiresAt__c: field(null),
                    IsInLibrary__c: field(false),
                    IsActive__c: field(true),
                    MeetingType__r: MEETING_TYPE_NODE,
                    LinkHosts__r: { edges: [] }
                },
                ...fields
            }
        };
    });
    return { uiapi: { query: { ManagedLinkUser__c: { edges, pageInfo: { hasNextPage } } } } };
}
