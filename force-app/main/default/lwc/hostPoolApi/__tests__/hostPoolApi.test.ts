import { createRecord, deleteRecord, updateRecord } from 'lightning/uiRecordApi';
import { savePool, shareOf, toPools, turnsVariables } from 'c/hostPoolApi';
import { aMember, aPool } from '../../../../../test/pools';

const field = (value: unknown): object => ({ value });

describe('c-host-pool-api', () => {
    beforeEach(() => {
        jest.clearAllMocks();
        jest.mocked(createRecord).mockResolvedValue({ id: 'made' } as never);
        jest.mocked(updateRecord).mockResolvedValue(undefined as never);
        jest.mocked(deleteRecord).mockResolvedValue(undefined as never);
    });

    it('shares turns by weight among those who take them', () => {
        const members = [
            aMember('Ada'),
            aMember('Grace', { weight: 3 }),
            aMember('Off', { weight: 9, isActive: false })
        ];
        expect(members.map((member) => shareOf(member, members))).toEqual([0.25, 0.75, 0]);
        expect(shareOf(aMember('Ada', { isActive: false }), [])).toBe(0);
    });

    it('makes a pool and its members', async () => {
        await savePool({ ...aPool(), id: undefined, members: [aMember('Ada', { id: undefined })] });
        const made = jest.mocked(createRecord).mock.calls.map(([{ apiName, fields }]) => ({ apiName, ...fields }));
        expect(made).toEqual([
            { apiName: 'HostPool__c', Name: 'Engineers', Description__c: 'They explain.', IsActive__c: true },
            {
                ...{ apiName: 'HostPoolMember__c', HostPool__c: 'made', User__c: 'user-Ada' },
                Weight__c: 1,
                IsActive__c: true
            }
        ]);
    });

    it('saves only what changed', async () => {
        const members = [aMember('Ada', { weight: 5 })];
        await savePool(aPool({ members }), aPool());
        expect(jest.mocked(updateRecord).mock.calls).toEqual([
            [{ fields: { Id: 'row-Ada', User__c: 'user-Ada', Weight__c: 5, IsActive__c: true } }]
        ]);
        expect(jest.mocked(deleteRecord).mock.calls).toEqual([['row-Grace']]);
        await savePool(aPool({ name: 'Experts' }), aPool());
        expect(jest.mocked(updateRecord).mock.calls[1]![0].fields).toMatchObject({ Id: 'pool', Name: 'Experts' });
    });

    it('reads pools with their members, also where fields are hidden', () => {
        const member = {
            Id: 'm',
            User__c: field('u'),
            User__r: null,
            Weight__c: field(null),
            IsActive__c: field(true)
        };
        const node = {
            ...{ Id: 'p', Name: field('Engineers'), Description__c: field(null), IsActive__c: field(true) },
            HostPoolMembers__r: { edges: [{ node: member }] }
        };
        const data = { uiapi: { query: { HostPool__c: { edges: [{ node }], pageInfo: {} } } } };
        expect(toPools(data as never)).toEqual([
            {
                ...{ id: 'p', name: 'Engineers', description: '', isActive: true },
                members: [{ id: 'm', userId: 'u', name: '', weight: 1, isActive: true }]
            }
        ]);
    });

    it('counts meetings of 30 whole days that were neither canceled nor missed', () => {
        expect(turnsVariables('50% Ada', new Date('2026-11-21T15:00:00Z'))).toEqual({
            where: {
                and: [
                    { HostNames__c: { like: '%50\\% Ada%' } },
                    { BookedAt__c: { gte: { value: '2026-10-22T00:00:00.000Z' } } },
                    { Status__c: { nin: ['Canceled', 'No-Show'] } }
                ]
            }
        });
    });
});
