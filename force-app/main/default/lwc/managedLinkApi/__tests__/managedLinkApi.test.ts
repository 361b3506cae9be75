import { createRecord, deleteRecord, updateRecord } from 'lightning/uiRecordApi';
import {
    candidatesVariables,
    followManagedLink,
    linkName,
    linkSlug,
    linkSlugs,
    managedLinksVariables,
    mayManageLinks,
    saveManagedLink,
    slugsVariables,
    toManagedLinks,
    toManagedRows,
    unknownPlaces,
    type ManagedLinksData,
    type ManagedRowsData
} from 'c/managedLinkApi';
import { aManagedLink, aRow, aUser, managedLinksAnswer, managedRowsAnswer } from '../../../../../test/managedLinks';
import { bookingLinkInfo } from '../../../../../test/objectInfo';

const NOW = new Date('2026-11-21T12:00:00Z');
const field = (value: unknown): object => ({ value });

describe('c-managed-link-api naming', () => {
    it('puts each person’s own into patterns', () => {
        const user = aUser('Zoë Ní');
        expect(linkName(aManagedLink({ namePattern: '{firstName} {lastName} ({username})' }), user)).toBe(
            'Zoë Ní (zoë.ní)'
        );
        expect(linkSlug(aManagedLink({ slugPattern: '{lastName}-{firstName}-intro' }), user)).toBe('ni-zoe-intro');
        expect(linkName(aManagedLink({ namePattern: '' }), user)).toBe('Office hours');
        expect(unknownPlaces('{firstName} {nickname}')).toEqual(['{nickname}']);
    });

    it('gives everybody an address that nobody has, no longer than one may be', () => {
        const users = [aUser('Ana Ito'), { ...aUser('Ana Smith'), id: '005Smith' }];
        const slugs = linkSlugs(aManagedLink({ slugPattern: `{firstName}-${'x'.repeat(70)}` }), users, new Set());
        const [first, second] = [...slugs.values()];
        expect([first!.length, second!.length]).toEqual([60, 60]);
        expect(second).toMatch(/x-2$/);
        const free = linkSlugs(aManagedLink(), users, new Set(['ana-office-hours', 'ana-office-hours-2']));
        expect([...free.values()]).toEqual(['ana-office-hours-3', 'ana-office-hours-4']);
    });

    it('compares no more than 200 addresses at a time', () => {
        const slugs = Array.from({ length: 300 }, (_, index) => `a${index}`);
        const variables = slugsVariables(slugs) as { where: { Slug__c: { in: string[] } }; first: number };
        expect([variables.where.Slug__c.in.length, variables.first]).toEqual([200, 200]);
    });
});

describe('c-managed-link-api reading', () => {
    it('asks for pages by name and for people and groups by words', () => {
        expect(managedLinksVariables('', undefined)).toMatchObject({ where: {}, first: 50 });
        expect(candidatesVariables('sales')).toMatchObject({
            groups: { and: [{ Type: { eq: 'Regular' } }, { or: [{ Name: { like: '%sales%' } }] }] }
        });
    });

    it('says what is expired, and who is without a link', () => {
        const data = managedLinksAnswer([
            { ExpiresAt__c: field('2026-11-21T11:00:00Z'), missing: { totalCount: 2 } }
        ]) as ManagedLinksData;
        expect(toManagedLinks(data, NOW)[0]).toMatchObject({ isExpired: true, missingCount: 2, userCount: 4 });
    });

    it('turns users into rows, with what can be booked', () => {
        const data = managedRowsAnswer([['Ana Ito'], ['Grace Okafor', { User__r: null }]]) as ManagedRowsData;
        expect(toManagedRows(data, NOW)).toEqual([
            expect.objectContaining({ link: expect.objectContaining({ isBookable: true, isExpired: false }) })
        ]);
    });

    it('knows who may manage links', () => {
        expect(mayManageLinks(undefined)).toBe(false);
        expect(mayManageLinks(bookingLinkInfo(false) as never)).toBe(false);
        expect(mayManageLinks(bookingLinkInfo(true) as never)).toBe(true);
    });
});

describe('c-managed-link-api writing', () => {
    beforeEach(() => {
        jest.mocked(createRecord).mockImplementation(async ({ apiName }) => ({ id: apiName }) as never);
        jest.mocked(updateRecord).mockResolvedValue({} as never);
    });
    afterEach(() => jest.resetAllMocks());

    it('saves a managed link once, then changes it', async () => {
        const { id, ...fresh } = aManagedLink({ pool: { id: 'a06', name: 'Engineers' } });
        await expect(saveManagedLink(fresh)).resolves.toMatchObject({ id: 'ManagedLink__c' });
        expect(jest.mocked(createRecord).mock.calls[0]![0].fields).toMatchObject({ HostPool__c: 'a06' });
        await saveManagedLink({ ...fresh, id, pool: undefined });
        expect(updateRecord).toHaveBeenCalledWith({ fields: expect.objectContaining({ Id: id, HostPool__c: null }) });
    });

    it('takes the next address when somebody was faster', async () => {
        const taken = { body: { output: { fieldErrors: { Slug__c: [{ message: 'duplicate value' }] } } } };
        jest.mocked(createRecord).mockRejectedValueOnce(taken);
        await followManagedLink(aManagedLink(), aRow('Ana Ito', { link: undefined }));
        const slugs = jest.mocked(createRecord).mock.calls.map(([{ fields }]) => fields.Slug__c);
        expect(slugs.filter(Boolean)).toEqual(['ana-office-hours', 'ana-office-hours-2']);
    });

    it('removes a link that could not be put on the person’s row', async () => {
        jest.mocked(updateRecord).mockImplementation(async ({ fields }) => {
            if (fields.BookingLink__c) throw new Error('locked');
            return {} as never;
        });
        await expect(followManagedLink(aManagedLink(), aRow('Ana Ito', { link: undefined }))).rejects.toThrow('locked');
        expect(deleteRecord).toHaveBeenCalledWith('BookingLink__c');
        expect(updateRecord).toHaveBeenLastCalledWith({ fields: { Id: 'a09Ana', Error__c: 'locked' } });
    });

    it('keeps the address of a link that exists, and clears what was noted against it', async () => {
        const row = aRow('Ana Ito', { error: 'locked' });
        await followManagedLink(aManagedLink({ slugPattern: 'other', namePattern: 'Other' }), row);
        expect(updateRecord).toHaveBeenCalledWith({
            fields: expect.objectContaining({ Id: 'a01Ana', Name: 'Other', Slug__c: 'ana-office-hours' })
        });
        expect(updateRecord).toHaveBeenLastCalledWith({ fields: { Id: 'a09Ana', Error__c: null } });
    });

    it('lets a pool join links that exist', async () => {
        await followManagedLink(aManagedLink({ pool: { id: 'a06', name: 'Engineers' } }), aRow('Ana Ito'));
        expect(createRecord).toHaveBeenCalledWith({
            apiName: 'LinkHost__c',
            fields: expect.objectContaining({ Role__c: 'Pool', HostPool__c: 'a06' })
        });
    });
});
