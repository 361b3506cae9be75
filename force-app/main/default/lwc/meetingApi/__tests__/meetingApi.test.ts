import {
    meetingVariables,
    meetingsVariables,
    positionOf,
    toMeetingsPage,
    type MeetingsData,
    type PageRequest
} from 'c/meetingApi';
import type { MeetingFilters } from 'types/meetings';
import meetings from './data/meetings.json';

const DATA = meetings as unknown as MeetingsData;

const variables = (request: Partial<PageRequest> = {}): Record<string, unknown> =>
    meetingsVariables({ sortedBy: 'startsAt', sortDirection: 'desc', hidesSingleUse: false, ...request });

/** The first meeting of the answer, with these fields. */
function firstMeeting(fields: object): ReturnType<typeof toMeetingsPage>['meetings'][number] {
    const data = JSON.parse(JSON.stringify(DATA)) as MeetingsData;
    Object.assign(data.uiapi.query.Meeting__c.edges[0]!.node, fields);
    return toMeetingsPage(data).meetings[0]!;
}

describe('c-meeting-api variables', () => {
    it('asks for the first 25 meetings, the latest first', () => {
        expect(variables()).toEqual({
            first: 25,
            where: {},
            orderBy: { StartsAt__c: { order: 'DESC', nulls: 'LAST' }, Id: { order: 'DESC' } }
        });
    });

    it('hides single-use links by their type', () => {
        expect(variables({ hidesSingleUse: true }).where).toEqual({ LinkType__c: { ne: 'Single-Use' } });
    });

    it.each(['Lead', 'Contact', 'Account', 'Opportunity', 'Case'])('asks for the meetings of a %s', (objectApiName) => {
        expect(variables({ recordId: '00Qx', objectApiName }).where).toEqual({
            [`${objectApiName}__c`]: { eq: '00Qx' }
        });
    });

    it('goes on after the last row within every other filter', () => {
        const after = { id: 'a02x', value: '2026-11-24T18:00:00.000Z' };
        expect(variables({ recordId: '00Qx', objectApiName: 'Lead', hidesSingleUse: true, after }).where).toEqual({
            and: [
                { Lead__c: { eq: '00Qx' } },
                { LinkType__c: { ne: 'Single-Use' } },
                {
                    or: [
                        { StartsAt__c: { lt: { value: after.value } } },
                        { and: [{ StartsAt__c: { eq: { value: after.value } } }, { Id: { lt: 'a02x' } }] }
                    ]
                }
            ]
        });
    });

    it('asks for one meeting by its id', () => {
        expect(meetingVariables('a02x')).toEqual({ first: 1, where: { Id: { eq: 'a02x' } } });
    });

    const filtered = (filters: Partial<MeetingFilters>): unknown =>
        variables({ filters: { search: '', status: '', linkType: '', host: '', from: '', to: '', ...filters } }).where;

    it.each([
        ['status', { status: 'Canceled' }, { Status__c: { eq: 'Canceled' } }],
        ['link type', { linkType: 'Managed' }, { LinkType__c: { eq: 'Managed' } }],
        ['host', { host: ' Priya ' }, { HostNames__c: { like: '%Priya%' } }],
        // Jest's user lives in Los Angeles.
        ['first day', { from: '2026-11-23' }, { StartsAt__c: { gte: { value: '2026-11-23T08:00:00.000Z' } } }],
        ['last day', { to: '2026-11-23' }, { StartsAt__c: { lt: { value: '2026-11-24T08:00:00.000Z' } } }]
    ])('narrows by %s', (_, filters, where) => {
        expect(filtered(filters)).toEqual(where);
    });

    it('finds meetings that hold every word of a search somewhere, each letter as it is', () => {
        const anywhere = (pattern: string): unknown => ({
            or: [
                'ProspectName__c',
                'ProspectEmail__c',
                'ProspectCompany__c',
                'MeetingTypeTitle__c',
                'HostNames__c'
            ].map((field) => ({ [field]: { like: pattern } }))
        });
        expect(filtered({ search: ' ada  100% ' })).toEqual({ and: [anywhere('%ada%'), anywhere('%100\\%%')] });
        expect((filtered({ search: 'a b c d e f g' }) as { and: unknown[] }).and).toHaveLength(5);
    });

    it.each([
        ['startsAt', 'StartsAt__c'],
        ['meetingTypeTitle', 'MeetingTypeTitle__c'],
        ['hostNames', 'HostNames__c'],
        ['prospectLastName', 'ProspectLastName__c'],
        ['bookedAt', 'BookedAt__c']
    ] as const)('sorts by %s on the server', (sortedBy, field) => {
        expect(variables({ sortedBy, sortDirection: 'asc' }).orderBy).toEqual({
            [field]: { order: 'ASC', nulls: 'LAST' },
            Id: { order: 'ASC' }
        });
    });
});

describe('c-meeting-api answer', () => {
    it('turns the answer into a page', () => {
        const page = toMeetingsPage(DATA);
        expect(page.hasNextPage).toBe(true);
        expect(page.remainingCount).toBe(3);
        expect(page.meetings[0]).toEqual({
            id: 'a02000000000003AAA',
            revision: 1,
            startsAt: '2026-11-26T18:00:00.000Z',
            endsAt: '2026-11-26T19:00:00.000Z',
            meetingTypeTitle: 'Technical deep dive',
            hostId: '005000000000001AAA',
            hostNames: 'Julio Reyes, Priya Nair',
            prospectName: 'Dana Whitfield',
            prospectLastName: 'Whitfield',
            prospectEmail: 'dana.whitfield@halcyon.example',
            prospectCompany: 'Halcyon Ltd',
            record: { id: '00Q000000000001AAA', name: 'Dana Whitfield', objectApiName: 'Lead' },
            linkName: 'Julio: deep dive',
            linkUrl: 'https://book.nexora.example/l/julio-deep-dive',
            linkType: { value: 'Single-Use', label: 'Single-Use' },
            status: { value: 'Scheduled', label: 'Scheduled' },
            bookedAt: '2026-11-20T15:04:00.000Z',
            syncStatus: 'Synced',
            syncError: null
        });
    });

    it('names the deal before the person, and a case by its number', () => {
        const [, withDeal, withCase] = toMeetingsPage(DATA).meetings;
        expect(withDeal!.record).toMatchObject({ name: 'Bellini rollout', objectApiName: 'Opportunity' });
        expect(withCase!.record).toMatchObject({ name: '00001042', objectApiName: 'Case' });
    });

    it('reads picklists in the language of the user', () => {
        const { status } = firstMeeting({ Status__c: { value: 'Canceled', displayValue: 'Abgesagt' } });
        expect(status).toEqual({ value: 'Canceled', label: 'Abgesagt' });
    });

    it('does without a record and a link', () => {
        const { record, linkName } = firstMeeting({ Lead__r: null, BookingLink__r: null });
        expect([record, linkName]).toEqual([undefined, null]);
    });

    it.each([
        ['startsAt', '2026-11-26T18:00:00.000Z'],
        ['prospectLastName', 'Whitfield']
    ] as const)('knows where a page by %s ended', (sortedBy, value) => {
        const [meeting] = toMeetingsPage(DATA).meetings;
        expect(positionOf(meeting!, sortedBy)).toEqual({ id: 'a02000000000003AAA', value });
    });
});
