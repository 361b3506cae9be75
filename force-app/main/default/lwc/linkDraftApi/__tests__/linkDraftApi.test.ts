import { createRecord, deleteRecord, updateRecord } from 'lightning/uiRecordApi';
import type { SaveError } from 'c/linkDraftApi';
import {
    hoursVariables,
    hostChoicesVariables,
    saveDraft,
    slugVariables,
    toDraft,
    toHostChoices,
    toMeetingTypes,
    toSlugOwner,
    toWeeklyHours,
    type DraftData
} from 'c/linkDraftApi';
import { aDraft } from '../../../../../test/drafts';

const field = <T>(value: T): { value: T } => ({ value });
const connection = <T>(...nodes: T[]): { edges: { node: T }[] } => ({ edges: nodes.map((node) => ({ node })) });
const named = (Id: string, name: string): { Id: string; Name: { value: string } } => ({ Id, Name: field(name) });

const meetingType = (
    Id: string,
    expiresAt: string | null
): Parameters<typeof toMeetingTypes>[0] extends infer D
    ? D extends { uiapi: { query: { MeetingType__c: { edges: { node: infer N }[] } } } }
        ? N
        : never
    : never => ({
    Id,
    Title__c: field('Intro call'),
    Description__c: field<string | null>(null),
    DurationMinutes__c: field(30),
    SingleUsePolicy__c: field(null),
    ExpiresAt__c: field(expiresAt)
});

describe('c-link-draft-api choices', () => {
    it('offers meeting types that have not expired', () => {
        const types = connection(meetingType('a05A', null), meetingType('a05B', '2026-11-21T12:00:00Z'));
        const choices = toMeetingTypes(
            { uiapi: { query: { MeetingType__c: types } } },
            new Date('2026-11-21T12:00:00Z')
        );
        expect(choices).toEqual([
            { id: 'a05A', title: 'Intro call', description: '', durationMinutes: 30, singleUsePolicy: 'Allowed' }
        ]);
    });

    it('finds active people and pools by a part of their name', () => {
        expect(hostChoicesVariables('jul')).toEqual({
            users: { and: [{ IsActive: { eq: true } }, { or: [{ Name: { like: '%jul%' } }] }] },
            pools: { and: [{ IsActive__c: { eq: true } }, { or: [{ Name: { like: '%jul%' } }] }] }
        });
        const data = {
            User: connection(named('005A', 'Julio Reyes')),
            HostPool__c: connection(named('a06A', 'Engineers'))
        };
        expect(toHostChoices({ uiapi: { query: data } })).toEqual([
            { role: 'Pool', id: 'a06A', name: 'Engineers' },
            { role: 'Required Host', id: '005A', name: 'Julio Reyes' }
        ]);
    });

    it('adds up weekly hours, those past midnight too', () => {
        expect(hoursVariables(['005A']).where).toEqual({
            and: [{ User__c: { in: ['005A'] } }, { IsActive__c: { eq: true } }]
        });
        const windows = connection(
            { StartTime__c: field('09:00:00.000Z'), EndTime__c: field('17:30:00.000Z') },
            { StartTime__c: field('22:00:00.000Z'), EndTime__c: field('00:00:00.000Z') }
        );
        const schedules = connection({
            User__c: field('005A'),
            TimeZone__c: field('Europe/Berlin'),
            AvailabilityWindows__r: windows
        });
        const hours = toWeeklyHours({ uiapi: { query: { AvailabilitySchedule__c: schedules } } });
        expect([...hours]).toEqual([['005A', { hours: 10.5, timeZone: 'Europe/Berlin' }]]);
    });

    it('knows whose a slug is', () => {
        expect(slugVariables('intro').where).toEqual({ Slug__c: { eq: 'intro' } });
        expect(toSlugOwner({ uiapi: { query: { BookingLink__c: connection({ Id: 'a01' }) } } })).toBe('a01');
        expect(toSlugOwner({ uiapi: { query: { BookingLink__c: connection() } } })).toBeUndefined();
    });

    it('reads a link as a draft, leaving out hosts that are gone', () => {
        const host = (Id: string, user: string | null): object => ({
            Id,
            Role__c: field('Required Host'),
            User__r: user === null ? null : named('005A', user),
            HostPool__r: null
        });
        const link = {
            ...{ Id: 'a01', Name: field('Intro'), Slug__c: field('intro'), Description__c: field(null) },
            ...{ ExpiresAt__c: field(null), IsInLibrary__c: field(true), IsActive__c: field(false) },
            MeetingType__r: meetingType('a05A', null),
            LinkHosts__r: connection(host('a07A', 'Julio Reyes'), host('a07B', null))
        };
        const answer = (...links: object[]): DraftData =>
            ({ uiapi: { query: { BookingLink__c: connection(...links) } } }) as DraftData;
        expect(toDraft(answer(link))).toMatchObject({
            ...{ id: 'a01', name: 'Intro', isInLibrary: true, isActive: false, expiresAt: '' },
            hosts: [{ role: 'Required Host', id: '005A', name: 'Julio Reyes', rowId: 'a07A' }]
        });
        expect(toDraft(answer())).toBeUndefined();
    });
});

describe('c-link-draft-api saveDraft', () => {
    const refusal = new Error('refused');
    /** What was sent, in order. */
    let sent: string[] = [];

    /** Makes the changes with these numbers fail, counted from one. */
    function refuse(...numbers: number[]): void {
        const send = async (what: string): Promise<{ id: string }> => {
            sent.push(what);
            if (numbers.includes(sent.length)) throw refusal;
            return { id: `id${sent.length}` };
        };
        jest.mocked(createRecord).mockImplementation((({ apiName, fields }: { apiName: string; fields: object }) =>
            send(`create ${apiName} ${JSON.stringify(fields)}`)) as never);
        jest.mocked(updateRecord).mockImplementation((({ fields }: { fields: object }) =>
            send(`update ${JSON.stringify(fields)}`)) as never);
        jest.mocked(deleteRecord).mockImplementation(((id: string) => send(`delete ${id}`)) as never);
    }

    async function failure(saving: Promise<string>): Promise<SaveError> {
        return saving.then(
            () => Promise.reject(new Error('It was saved.')),
            (error: SaveError) => error
        );
    }

    beforeEach(() => {
        sent = [];
        refuse();
    });

    it('makes the link switched off, then its hosts, and switches it on last', async () => {
        await expect(saveDraft(aDraft())).resolves.toBe('id1');
        expect(sent).toEqual([
            expect.stringMatching(/^create BookingLink__c .*"IsActive__c":false/),
            'create LinkHost__c {"BookingLink__c":"id1","Role__c":"Required Host","User__c":"005000000000001AAA","Position__c":0}',
            'create LinkHost__c {"BookingLink__c":"id1","Role__c":"Pool","HostPool__c":"a06000000000001AAA","Position__c":1}',
            'update {"Id":"id1","IsActive__c":true}'
        ]);
    });

    it.each([
        [1, []],
        [2, ['delete id1']],
        [3, ['delete id2', 'delete id1']],
        [4, ['delete id3', 'delete id2', 'delete id1']]
    ])('takes back what was made when change %s is refused', async (number, back) => {
        refuse(number);
        const { cause, leftOver } = await failure(saveDraft(aDraft()));
        expect(sent.slice(number)).toEqual(back);
        expect([cause, leftOver]).toEqual([refusal, undefined]);
    });

    it('tells what is left when it cannot be taken back, and finishes that the next time', async () => {
        refuse(3, 5);
        const { leftOver } = await failure(saveDraft(aDraft()));
        expect(leftOver).toMatchObject({ id: 'id1', isActive: false, hosts: [] });
        sent = [];
        refuse();
        await expect(saveDraft(aDraft({ id: 'id1' }), leftOver)).resolves.toBe('id1');
        expect(sent.map((change) => change.split(' ').slice(0, 2).join(' '))).toEqual([
            expect.stringMatching(/^update/),
            'create LinkHost__c',
            'create LinkHost__c'
        ]);
    });

    describe('of a link that is there', () => {
        const original = aDraft({
            id: 'a01',
            hosts: [
                { role: 'Required Host', id: '005000000000001AAA', name: 'Julio Reyes', rowId: 'a07A' },
                { role: 'Pool', id: 'a06000000000002AAA', name: 'Support', rowId: 'a07B' }
            ]
        });
        const draft = aDraft({ id: 'a01', name: 'Renamed' });

        it('changes the link, adds new hosts and removes others, and leaves the rest', async () => {
            await expect(saveDraft(draft, original)).resolves.toBe('a01');
            expect(sent).toEqual([
                expect.stringMatching(/^update .*"Name":"Renamed"/),
                expect.stringMatching(/^create LinkHost__c .*"HostPool__c":"a06000000000001AAA"/),
                'delete a07B'
            ]);
        });

        it('puts everything back when a change is refused', async () => {
            refuse(3);
            const { leftOver } = await failure(saveDraft(draft, original));
            expect(sent.slice(3)).toEqual(['delete id2', expect.stringMatching(/^update .*"Name":"Julio: intro"/)]);
            expect(leftOver).toBeUndefined();
        });
    });
});
