import { createRecord } from 'lightning/uiRecordApi';
import LinkTimeline from 'c/linkTimeline';
import { flush } from '../../../../../test/flush';
import { findById, mountComponent, textsById } from '../../../../../test/mount';
import { graphqlWire } from '../../../../../test/wire';

type LoadStateElement = HTMLElement & { isLoading: boolean; isEmpty: boolean; errors: unknown };

const field = (value: string | null): object => ({ value });
const NODE = {
    Id: 'a03000000000001AAA',
    Name: field('SUL-000012'),
    CreatedDate: field('2026-11-20T17:00:00.000Z'),
    CreatedBy: { Name: field('Julio Reyes') },
    CopiedFrom__c: { value: 'Record Page', displayValue: 'Record Page' },
    FirstOpenedAt__c: field(null),
    FirstScannedAt__c: field(null),
    UsedAt__c: field(null),
    RevokedAt__c: field(null),
    Status__c: field('Active'),
    BookingLink__r: {
        Id: 'a01000000000001AAA',
        Name: field('Intro call with Julio'),
        Url__c: field('https://book.nexora.example/l/julio-intro'),
        IsActive__c: { value: true },
        ExpiresAt__c: field(null),
        MeetingType__r: { IsActive__c: { value: true }, ExpiresAt__c: field(null) }
    },
    Replaces__r: null,
    ReplacedBy__r: { edges: [] },
    Meetings__r: { edges: [] },
    RecipientEmail__c: field('dana@example.com'),
    Lead__c: field('00Q000000000001AAA'),
    Contact__c: field(null),
    Account__c: field(null),
    Opportunity__c: field('006000000000001AAA'),
    Case__c: field(null)
};
const EXPIRED = { ...NODE, Status__c: field('Expired') };
const SUCCESSOR = { Name: field('SUL-000014'), CreatedDate: field('2026-11-23T18:00:00.000Z') };
const meetingThat = (status: string): object => ({ edges: [{ node: { Status__c: field(status) } }] });

async function mount(nodes?: object[], refresh = async (): Promise<void> => undefined): Promise<HTMLElement> {
    const props = { recordId: '00Q000000000001AAA', objectApiName: 'Lead' };
    const element = mountComponent('c-link-timeline', LinkTimeline, props);
    await flush();
    const edges = nodes?.map((node) => ({ node }));
    if (edges) graphqlWire.emit({ uiapi: { query: { SingleUseLink__c: { edges } } } }, undefined, refresh);
    await flush();
    return element;
}

const loadState = (element: HTMLElement): LoadStateElement => element.shadowRoot!.querySelector('c-load-state')!;
function setClipboard(writeText: (text: string) => Promise<void>): void {
    Object.defineProperty(navigator, 'clipboard', { value: { writeText }, configurable: true });
}
const uncopiedUrlOf = (element: HTMLElement): string =>
    element.shadowRoot!.querySelector<HTMLElement & { url: string }>('c-link-to-copy')!.url;
const stepsOf = (element: HTMLElement): string[] =>
    textsById(element, 'step').map((text) => text.replace(/\s+/g, ' ').trim());

describe('c-link-timeline', () => {
    beforeEach(() => setClipboard(async () => undefined));

    afterEach(() => {
        document.body.replaceChildren();
        jest.clearAllMocks();
    });

    it('asks for the links of the record', async () => {
        const element = await mount();
        expect(loadState(element).isLoading).toBe(true);
        await expect(element).toBeAccessible();
        expect(graphqlWire.getLastConfig().variables).toEqual({
            where: { Lead__c: { eq: '00Q000000000001AAA' } },
            first: 20
        });
    });

    it('tells what happened to a link, in order', async () => {
        const element = await mount([
            {
                ...NODE,
                Status__c: field('Used'),
                UsedAt__c: field('2026-11-21T19:00:00.000Z'),
                FirstScannedAt__c: field('2026-11-20T17:00:09.000Z'),
                FirstOpenedAt__c: field('2026-11-21T18:00:00.000Z')
            }
        ]);
        expect(textsById(element, 'link')[0]).toContain('Intro call with Julio · SUL-000012 · Used');
        expect(stepsOf(element)).toEqual([
            expect.stringMatching(/^Copied by Julio Reyes \(Record Page\) Fri, Nov 20/),
            expect.stringMatching(/^Opened by a mail scanner \(probably\) Fri, Nov 20/),
            expect.stringMatching(/^Opened by a person Sat, Nov 21/),
            expect.stringMatching(/^Used: a meeting was booked Sat, Nov 21/)
        ]);
        await expect(element).toBeAccessible();
    });

    it.each([
        ['a mail scanner', 'FirstScannedAt__c', /^Opened by a mail scanner \(probably\) Sat, Nov 21/],
        ['a person', 'FirstOpenedAt__c', /^Opened by a person Sat, Nov 21/]
    ])('says that %s alone has opened it', async (_who, fieldName, text) => {
        const element = await mount([{ ...NODE, [fieldName]: field('2026-11-21T18:00:00.000Z') }]);
        expect(stepsOf(element)).toEqual([
            expect.stringMatching(/^Copied by Julio Reyes/),
            expect.stringMatching(text)
        ]);
        await expect(element).toBeAccessible();
    });

    it('says which link it replaces, and when it was revoked', async () => {
        const element = await mount([
            {
                ...NODE,
                Replaces__r: { Name: field('SUL-000003') },
                RevokedAt__c: field('2026-11-22T18:00:00.000Z')
            }
        ]);
        expect(stepsOf(element)).toEqual([
            expect.stringContaining('Replaces SUL-000003.'),
            expect.stringMatching(/^Revoked Sun, Nov 22/)
        ]);
    });

    it('teaches how links get here', async () => {
        const element = await mount([]);
        expect(loadState(element)).toMatchObject({ isEmpty: true, emptyHeading: 'No single-use link yet' });
        await expect(element).toBeAccessible();
    });

    it('shows why links cannot be loaded and asks again', async () => {
        const element = await mount();
        const refresh = jest.fn().mockResolvedValue(undefined);
        graphqlWire.emitErrors([{ message: 'No access' }], undefined, refresh);
        await flush();
        expect(loadState(element).errors).toEqual([{ message: 'No access' }]);
        await expect(element).toBeAccessible();
        findById(element, 'refresh')!.click();
        await flush();
        expect(refresh).toHaveBeenCalledTimes(1);
    });

    it.each([
        ['expired', EXPIRED],
        ['revoked', { ...NODE, Status__c: field('Revoked') }],
        [
            'used for a meeting that was canceled',
            { ...NODE, Status__c: field('Used'), Meetings__r: meetingThat('Canceled') }
        ],
        [
            'used for a meeting nobody came to',
            { ...NODE, Status__c: field('Used'), Meetings__r: meetingThat('No-Show') }
        ]
    ])('offers to replace a link that is %s', async (_state, node) => {
        const element = await mount([node]);
        expect(findById(element, 'replace')!.ariaLabel).toBe('Replace SUL-000012');
        expect(findById(element, 'blocked')).toBeNull();
        await expect(element).toBeAccessible();
    });

    it.each([
        ['active', NODE],
        ['used', { ...NODE, Status__c: field('Used'), Meetings__r: meetingThat('Scheduled') }],
        ['used a moment ago', { ...NODE, Status__c: field('Used') }],
        ['of an original that cannot be seen', { ...EXPIRED, BookingLink__r: null }]
    ])('does not offer to replace a link that is %s', async (_state, node) => {
        const element = await mount([node]);
        expect(textsById(element, 'link')).toHaveLength(1);
        expect(findById(element, 'replace')).toBeNull();
        expect(findById(element, 'blocked')).toBeNull();
    });

    it.each([
        ['is off', { IsActive__c: { value: false } }],
        ['has expired', { ExpiresAt__c: field('2020-01-01T00:00:00.000Z') }],
        [
            'has a meeting type that is off',
            { MeetingType__r: { IsActive__c: { value: false }, ExpiresAt__c: field(null) } }
        ]
    ])('says why a link cannot be replaced whose original %s', async (_why, original) => {
        const element = await mount([{ ...EXPIRED, BookingLink__r: { ...NODE.BookingLink__r, ...original } }]);
        expect(findById(element, 'replace')).toBeNull();
        expect(textsById(element, 'blocked')[0]).toContain('switched off or has expired');
        await expect(element).toBeAccessible();
    });

    it('shows the chain and replaces only its newest link', async () => {
        const element = await mount([
            {
                ...EXPIRED,
                Id: 'a03000000000002AAA',
                Name: field('SUL-000014'),
                Replaces__r: { Name: field('SUL-000012') }
            },
            { ...EXPIRED, ReplacedBy__r: { edges: [{ node: SUCCESSOR }] } }
        ]);
        expect(stepsOf(element)).toEqual([
            expect.stringContaining('Replaces SUL-000012.'),
            expect.stringMatching(/^Copied by Julio Reyes/),
            expect.stringMatching(/^Replaced by SUL-000014 Mon, Nov 23/)
        ]);
        const buttons = element.shadowRoot!.querySelectorAll<HTMLElement>('[data-id="replace"]');
        expect([...buttons].map(({ dataset }) => dataset.link)).toEqual(['a03000000000002AAA']);
    });

    it('makes a successor for the same person and records, copies it and asks anew', async () => {
        const copied: string[] = [];
        setClipboard(async (text) => {
            copied.push(text);
        });
        const refresh = jest.fn().mockResolvedValue(undefined);
        const element = await mount([EXPIRED], refresh);
        const handleToast = jest.fn();
        element.addEventListener('lightning__showtoast', handleToast);
        findById(element, 'replace')!.click();
        findById(element, 'replace')!.click();
        await flush();
        expect(copied).toEqual([expect.stringMatching(/^https:\/\/book\.nexora\.example\/s\/[0-9a-z]{32}$/)]);
        expect((createRecord as jest.Mock).mock.calls).toEqual([
            [
                {
                    apiName: 'SingleUseLink__c',
                    fields: {
                        BookingLink__c: 'a01000000000001AAA',
                        TokenHash__c: expect.stringMatching(/^[0-9a-f]{64}$/),
                        CopiedFrom__c: 'Record Page',
                        RecipientEmail__c: 'dana@example.com',
                        Lead__c: '00Q000000000001AAA',
                        Opportunity__c: '006000000000001AAA',
                        Replaces__c: 'a03000000000001AAA'
                    }
                }
            ]
        ]);
        expect(handleToast).toHaveBeenCalledTimes(1);
        expect(refresh).toHaveBeenCalledTimes(1);
        expect(uncopiedUrlOf(element)).toBe('');
    });

    it('leaves out a Lead that was converted: by the address the meeting finds the Contact', async () => {
        const errors = [{ errorCode: 'CANNOT_UPDATE_CONVERTED_LEAD', message: 'cannot reference converted lead' }];
        jest.mocked(createRecord).mockRejectedValueOnce({ body: { message: 'An error occurred', output: { errors } } });
        const element = await mount([EXPIRED]);
        findById(element, 'replace')!.click();
        await flush();
        const [, second] = (createRecord as jest.Mock).mock.calls as [{ fields: Record<string, unknown> }][];
        expect(second?.[0].fields).toMatchObject({ RecipientEmail__c: 'dana@example.com', Replaces__c: EXPIRED.Id });
        expect(second?.[0].fields).not.toHaveProperty('Lead__c');
        expect(element.shadowRoot!.querySelector('c-error-panel')).toBeNull();
    });

    it('shows the URL to copy by hand where the clipboard refuses', async () => {
        setClipboard(() => Promise.reject(new Error('denied')));
        document.execCommand = () => false;
        const element = await mount([EXPIRED]);
        findById(element, 'replace')!.click();
        await flush();
        expect(uncopiedUrlOf(element)).toMatch(/\/s\/[0-9a-z]{32}$/);
        await expect(element).toBeAccessible();
    });

    it('shows why Salesforce does not let the user replace a link, and lets them try again', async () => {
        jest.mocked(createRecord).mockRejectedValueOnce({ body: { message: 'No permission to create links' } });
        const element = await mount([EXPIRED]);
        findById(element, 'replace')!.click();
        await flush();
        const panel = element.shadowRoot!.querySelector('c-error-panel');
        expect(panel).toMatchObject({ message: 'The link was not replaced.' });
        await expect(element).toBeAccessible();
        findById(element, 'replace')!.click();
        await flush();
        expect(element.shadowRoot!.querySelector('c-error-panel')).toBeNull();
    });
});
