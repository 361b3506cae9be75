import { toParkedMeetings, toServiceStatuses, type ParkedData, type ServiceStatusData } from 'c/healthApi';

function statusData(fields: Record<string, unknown>): ServiceStatusData {
    const names = [
        ...['ServiceUrl__c', 'HintUrl__c', 'WrittenAt__c', 'NextWriteBy__c', 'WaitingCount__c', 'OldestWaitingAt__c'],
        ...['ParkedCount__c', 'PolledAt__c', 'OrgCallsUsed__c', 'OrgCallsLimit__c', 'ServiceCallsToday__c'],
        ...['LastBreakReason__c', 'LastBreakStartedAt__c', 'LastBreakEndedAt__c', 'Replicas__c'],
        ...['BouncedCount__c', 'Bounces__c']
    ];
    const node = Object.fromEntries(names.map((name) => [name, { value: fields[name] ?? null }]));
    const edges = [{ node: { Id: 'a0S000000000001AAA', ...node } }];
    return { uiapi: { query: { ServiceStatus__c: { edges } } } } as unknown as ServiceStatusData;
}

const SEEN = { name: 'web-1', startedAt: '2026-11-23T08:00:00Z', seenAt: '2026-11-23T09:00:00Z' };

describe('toServiceStatuses', () => {
    it('reads what the service said', () => {
        const [status] = toServiceStatuses(
            statusData({
                WaitingCount__c: 3,
                OrgCallsUsed__c: 18,
                LastBreakReason__c: 'Sign-In',
                LastBreakStartedAt__c: '2026-11-23T07:00:00Z',
                Replicas__c: JSON.stringify([SEEN])
            })
        );
        expect(status).toMatchObject({
            waitingCount: 3,
            orgCallsUsed: 18,
            lastBreak: { reason: 'Sign-In', startedAt: '2026-11-23T07:00:00Z', endedAt: null },
            replicas: [SEEN]
        });
    });

    it('reads silence as unknown or nothing', () => {
        expect(toServiceStatuses(statusData({}))).toMatchObject([
            { waitingCount: 0, parkedCount: 0, polledAt: null, orgCallsLimit: null, lastBreak: undefined, replicas: [] }
        ]);
    });

    it.each(['not json', '{}', '[1, {"name": "x"}, {"name": "x", "startedAt": "never", "seenAt": "never"}]'])(
        'shows no process that %s does not name',
        (json) => {
            expect(toServiceStatuses(statusData({ Replicas__c: json }))).toMatchObject([{ replicas: [] }]);
        }
    );
});

describe('the mails that were refused', () => {
    const BOUNCE = { kind: 'code', audience: 'prospect', code: '550', at: '2026-11-23T09:00:00Z' };
    const OF_A_MEETING = { ...BOUNCE, kind: 'confirmation', meetingId: 'a0B000000000001AAA' };

    it('are read with how many there are', () => {
        const fields = { BouncedCount__c: 51, Bounces__c: JSON.stringify([OF_A_MEETING, BOUNCE]) };
        expect(toServiceStatuses(statusData(fields))).toMatchObject([
            { bouncedCount: 51, bounces: [OF_A_MEETING, BOUNCE] }
        ]);
    });

    it('are none of a service that does not tell', () => {
        expect(toServiceStatuses(statusData({}))).toMatchObject([{ bouncedCount: 0, bounces: [] }]);
    });

    it.each([{ ...BOUNCE, at: 'never' }, { ...BOUNCE, code: 550 }, { ...BOUNCE, meetingId: 7 }, null, 'text'])(
        'are not %j',
        (bounce) => {
            const fields = { Bounces__c: JSON.stringify([bounce, BOUNCE]) };
            expect(toServiceStatuses(statusData(fields))).toMatchObject([{ bounces: [BOUNCE] }]);
        }
    );
});

describe('toParkedMeetings', () => {
    it('reads refusals, and how many there are beyond those shown', () => {
        const node = {
            Id: 'a0B000000000001AAA',
            Name: { value: 'M-000025' },
            MeetingTypeTitle__c: { value: 'Intro call' },
            ProspectName__c: { value: null },
            StartsAt__c: { value: '2026-11-24T09:00:00Z' },
            SyncErrorCode__c: { value: 'REQUIRED_FIELD_MISSING' },
            SyncErrorField__c: { value: 'Region__c' },
            SyncError__c: { value: 'Region__c is required' },
            SyncErrorAt__c: { value: '2026-11-23T09:00:00Z' }
        };
        const data: ParkedData = { uiapi: { query: { Meeting__c: { totalCount: 201, edges: [{ node }] } } } };
        expect(toParkedMeetings(data)).toEqual({
            count: 201,
            meetings: [
                {
                    id: 'a0B000000000001AAA',
                    number: 'M-000025',
                    title: 'Intro call',
                    prospectName: '',
                    startsAt: '2026-11-24T09:00:00Z',
                    code: 'REQUIRED_FIELD_MISSING',
                    field: 'Region__c',
                    message: 'Region__c is required',
                    refusedAt: '2026-11-23T09:00:00Z'
                }
            ]
        });
    });
});
