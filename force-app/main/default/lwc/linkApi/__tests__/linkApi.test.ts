import { createRecord, updateRecord } from 'lightning/uiRecordApi';
import {
    BY_NAME,
    bookableFilters,
    libraryFilter,
    linksVariables,
    mintSingleUseLink,
    ownFilter,
    positionOf,
    reusableUrl,
    revokeLinks,
    setLinkActive,
    setLinkShared,
    stateFilters,
    toBookingLinks,
    toLinksPage,
    toUnusedLinks,
    unusedLinksVariables,
    type LinksRequest,
    type MyLinksData,
    type UnusedLinksData
} from 'c/linkApi';
import { hashToken, normalizeToken } from 'c/linkToken';
import myLinks from './data/myLinks.json';
import unusedLinks from './data/unusedLinks.json';

const NOW = new Date('2026-11-21T12:00:00Z');
const LINK = { id: 'a01000000000002AAA', name: 'Julio: intro', url: 'https://book.nexora.example/l/julio-intro' };
const DATA = myLinks as MyLinksData;

/** The first link of the answer, with these fields of its own and of its meeting type. */
function firstLink(fields: object, meetingTypeFields: object | null = {}): ReturnType<typeof toBookingLinks>[number] {
    const data = JSON.parse(JSON.stringify(DATA)) as MyLinksData;
    const { node } = data.uiapi.query.BookingLink__c.edges[0]!;
    Object.assign(node, fields);
    if (meetingTypeFields === null) node.MeetingType__r = null;
    else Object.assign(node.MeetingType__r!, meetingTypeFields);
    return toBookingLinks(data, NOW)[0]!;
}

/** The fields of the record that was made last. */
const createdFields = (): Record<string, unknown> => jest.mocked(createRecord).mock.calls.at(-1)![0].fields;

describe('c-link-api my links', () => {
    it('turns the answer into links', () => {
        expect(toBookingLinks(DATA, NOW)[0]).toEqual({
            id: 'a01000000000001AAA',
            name: 'Julio: deep dive',
            slug: 'julio-deep-dive',
            url: 'https://book.nexora.example/l/julio-deep-dive',
            description: '',
            meetingTypeTitle: 'Technical deep dive',
            durationMinutes: 60,
            singleUsePolicy: 'Allowed',
            hostNames: ['Julio Reyes', 'Sales Engineering'],
            isActive: true,
            isExpired: false,
            isInLibrary: true,
            unusedCount: 3,
            expiresAt: '',
            createdAt: '2026-11-01T09:00:00.000Z',
            isSwitchedOn: true,
            isManaged: false,
            ownerId: '005000000000001AAA',
            ownerName: 'Julio Reyes',
            ownerHostId: 'a07000000000001AAA',
            hostUserIds: ['005000000000001AAA'],
            hasPool: true,
            isEmbeddable: true
        });
    });

    it.each([
        ['the link is off', { IsActive__c: { value: false } }, {}],
        ['the meeting type is off', {}, { IsActive__c: { value: false } }],
        ['the meeting type is gone', {}, null]
    ])('is inactive when %s', (_, fields, meetingTypeFields) => {
        expect(firstLink(fields, meetingTypeFields).isActive).toBe(false);
    });

    it.each([
        ['at the very moment of its expiry', { ExpiresAt__c: { value: NOW.toISOString() } }, {}, true],
        ['a millisecond before', { ExpiresAt__c: { value: '2026-11-21T12:00:00.001Z' } }, {}, false],
        ['when the meeting type has', {}, { ExpiresAt__c: { value: '2026-11-21T11:00:00.000Z' } }, true]
    ])('has expired or not %s', (_, fields, meetingTypeFields, isExpired) => {
        expect(firstLink(fields, meetingTypeFields).isExpired).toBe(isExpired);
    });

    it('tells a switched-off link from one whose meeting type is off', () => {
        const { isActive, isSwitchedOn } = firstLink({}, { IsActive__c: { value: false } });
        expect([isActive, isSwitchedOn]).toEqual([false, true]);
    });

    it('knows managed links and owners it cannot read', () => {
        const { isManaged, ownerName } = firstLink({ LinkType__c: { value: 'Managed' }, Owner: null });
        expect([isManaged, ownerName]).toEqual([true, '']);
    });

    it('does without hosts and counts that the user may not see', () => {
        const { hostNames, unusedCount } = firstLink({ LinkHosts__r: null, SingleUseLinks__r: null });
        expect([hostNames, unusedCount]).toEqual([[], 0]);
    });
});

describe('c-link-api pages of links', () => {
    const REQUEST: LinksRequest = {
        filters: [ownFilter('005x')],
        term: '',
        isOwnerSearched: false,
        sort: BY_NAME,
        after: undefined,
        first: 24
    };

    it('asks for a page by name, never for more than 200 rows', () => {
        expect(linksVariables(REQUEST)).toEqual({
            where: { OwnerId: { eq: '005x' } },
            orderBy: { Name: { order: 'ASC', nulls: 'LAST' }, Id: { order: 'ASC' } },
            first: 24
        });
        expect(linksVariables({ ...REQUEST, first: 1000 }).first).toBe(200);
    });

    it('goes on behind the last link, those that never expire last', () => {
        const [link] = toBookingLinks(DATA, NOW);
        const sort = { by: 'expiresAt', direction: 'asc' } as const;
        expect(positionOf(link!, sort)).toEqual({ id: link!.id, value: null });
        const after = positionOf(link!, BY_NAME);
        expect(after).toEqual({ id: link!.id, value: 'Julio: deep dive' });
        expect(linksVariables({ ...REQUEST, after }).where).toEqual({
            and: [
                { OwnerId: { eq: '005x' } },
                {
                    or: [
                        { Name: { gt: 'Julio: deep dive' } },
                        { and: [{ Name: { eq: 'Julio: deep dive' } }, { Id: { gt: link!.id } }] }
                    ]
                }
            ]
        });
    });

    it('searches owners only where others’ links are', () => {
        const whereOf = (isOwnerSearched: boolean): string =>
            JSON.stringify(linksVariables({ ...REQUEST, term: 'julio', isOwnerSearched }).where);
        expect(whereOf(true)).toContain('{"Owner":{"User":{"Name":{"like":"%julio%"}}}}');
        expect(whereOf(false)).not.toContain('"Owner"');
    });

    it('narrows down to what others share and to states', () => {
        expect(libraryFilter('005x')).toEqual({ and: [{ IsInLibrary__c: { eq: true } }, { OwnerId: { ne: '005x' } }] });
        expect(stateFilters('Active', NOW)).toEqual(bookableFilters(NOW));
        expect(stateFilters('Inactive', NOW)).toEqual([
            { or: [{ IsActive__c: { eq: false } }, { MeetingType__r: { IsActive__c: { eq: false } } }] }
        ]);
        const isPast = { ExpiresAt__c: { lte: { value: NOW.toISOString() } } };
        expect(stateFilters('Expired', NOW)).toEqual([{ or: [isPast, { MeetingType__r: isPast }] }]);
    });

    it('says whether more links follow', () => {
        const page = toLinksPage(DATA, NOW);
        expect([page.links.length, page.hasNextPage]).toEqual([4, false]);
    });
});

describe('c-link-api mintSingleUseLink', () => {
    afterEach(() => jest.clearAllMocks());

    it('returns a URL whose token hashes to what is stored', async () => {
        const url = await mintSingleUseLink({ link: LINK, place: 'My Links' });
        const [, token] = /^https:\/\/book\.nexora\.example\/s\/(.+)$/.exec(url)!;
        expect(normalizeToken(token!)).toBe(token);
        expect(jest.mocked(createRecord).mock.calls.at(-1)![0].apiName).toBe('SingleUseLink__c');
        expect(createdFields()).toEqual({
            BookingLink__c: LINK.id,
            TokenHash__c: await hashToken(token!),
            CopiedFrom__c: 'My Links'
        });
    });

    it('never sends the token', async () => {
        const url = await mintSingleUseLink({ link: LINK, place: 'My Links' });
        expect(JSON.stringify(createdFields())).not.toContain(url.slice(-32));
    });

    it('makes another link each time', async () => {
        const request = { link: LINK, place: 'My Links' } as const;
        expect(await mintSingleUseLink(request)).not.toBe(await mintSingleUseLink(request));
        expect(createRecord).toHaveBeenCalledTimes(2);
    });

    it.each(['Lead', 'Contact', 'Account', 'Opportunity', 'Case'])('binds the link to a %s', async (objectApiName) => {
        await mintSingleUseLink({ link: LINK, place: 'Record Page', recordId: '00Qx', objectApiName });
        expect(createdFields()).toMatchObject({ [`${objectApiName}__c`]: '00Qx' });
    });

    it('keeps the path that the service lives below', async () => {
        const link = { ...LINK, url: 'https://nexora.example/booking/l/julio-intro' };
        expect(await mintSingleUseLink({ link, place: 'My Links' })).toMatch(
            /^https:\/\/nexora\.example\/booking\/s\/[0-9a-z]{32}$/
        );
    });

    it('refuses a record that links cannot belong to and makes nothing', async () => {
        const request = { link: LINK, place: 'Record Page', recordId: 'a01x', objectApiName: 'Campaign' } as const;
        await expect(mintSingleUseLink(request)).rejects.toThrow('a record of Campaign');
        expect(createRecord).not.toHaveBeenCalled();
    });

    it('makes nothing when the org has no service URL', async () => {
        const link = { ...LINK, url: '/l/julio-intro' };
        await expect(mintSingleUseLink({ link, place: 'My Links' })).rejects.toThrow('Service URL');
        expect(createRecord).not.toHaveBeenCalled();
    });

    it('passes on why Salesforce refuses', async () => {
        const refusal = { body: { message: 'insufficient access' } };
        jest.mocked(createRecord).mockRejectedValueOnce(refusal);
        await expect(mintSingleUseLink({ link: LINK, place: 'My Links' })).rejects.toBe(refusal);
    });
});

describe('c-link-api reusableUrl', () => {
    it('is the URL of the link', () => {
        expect(reusableUrl(LINK)).toBe(LINK.url);
    });

    it('says what is missing when the org has no service URL', () => {
        expect(() => reusableUrl({ ...LINK, url: '' })).toThrow('Service URL');
    });
});

describe('c-link-api unused single-use links', () => {
    afterEach(() => jest.clearAllMocks());

    it('asks for those of a link that are neither used nor revoked', () => {
        expect(unusedLinksVariables('a01').where).toEqual({
            and: [{ BookingLink__c: { eq: 'a01' } }, { UsedAt__c: { eq: null } }, { RevokedAt__c: { eq: null } }]
        });
    });

    it('says whom each was made for: a record, an address or nobody', () => {
        const links = toUnusedLinks(unusedLinks as UnusedLinksData);
        expect(links[0]).toEqual({
            id: 'a02000000000001AAA',
            number: 'SUL-000001',
            madeAt: '2026-11-19T12:00:00.000Z',
            copiedFrom: 'Record Page',
            madeFor: 'Ana Ito',
            status: 'Active',
            isOpened: true
        });
        expect(links.map(({ isOpened }) => isOpened)).toEqual([true, false, false, false]);
        expect(links.map(({ madeFor }) => madeFor)).toEqual(['Ana Ito', 'Cannot sign in', 'zoe@nexora.example', '']);
    });

    it('revokes one after another and names what it could not', async () => {
        const refusal = new Error('locked');
        jest.mocked(updateRecord).mockRejectedValueOnce(refusal);
        const handleProgress = jest.fn();
        const links = toUnusedLinks(unusedLinks as UnusedLinksData).slice(0, 2);
        await expect(revokeLinks(links, NOW, handleProgress)).resolves.toEqual([
            { name: 'SUL-000001', error: refusal }
        ]);
        expect(handleProgress.mock.calls).toEqual([[1], [2]]);
        expect(updateRecord).toHaveBeenLastCalledWith({
            fields: { Id: 'a02000000000002AAA', RevokedAt__c: NOW.toISOString() }
        });
    });

    it('switches links and shares them', async () => {
        await setLinkActive('a01', false);
        await setLinkShared('a01', true);
        expect(jest.mocked(updateRecord).mock.calls).toEqual([
            [{ fields: { Id: 'a01', IsActive__c: false } }],
            [{ fields: { Id: 'a01', IsInLibrary__c: true } }]
        ]);
    });
});
