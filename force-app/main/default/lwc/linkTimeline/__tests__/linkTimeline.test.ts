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
    UsedAt__c: field(null),
    RevokedAt__c: field(null),
    Status__c: field('Active'),
    BookingLink__r: { Name: field('Intro call with Julio') },
    Replaces__r: null
};

async function mount(nodes?: object[]): Promise<HTMLElement> {
    const props = { recordId: '00Q000000000001AAA', objectApiName: 'Lead' };
    const element = mountComponent('c-link-timeline', LinkTimeline, props);
    await flush();
    if (nodes) graphqlWire.emit({ uiapi: { query: { SingleUseLink__c: { edges: nodes.map((node) => ({ node })) } } } });
    await flush();
    return element;
}

const loadState = (element: HTMLElement): LoadStateElement => element.shadowRoot!.querySelector('c-load-state')!;
const stepsOf = (element: HTMLElement): string[] =>
    textsById(element, 'step').map((text) => text.replace(/\s+/g, ' ').trim());

describe('c-link-timeline', () => {
    afterEach(() => document.body.replaceChildren());

    it('asks for the links of the record', async () => {
        expect(loadState(await mount()).isLoading).toBe(true);
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
                FirstOpenedAt__c: field('2026-11-21T18:00:00.000Z')
            }
        ]);
        expect(textsById(element, 'link')[0]).toContain('Intro call with Julio · SUL-000012 · Used');
        expect(stepsOf(element)).toEqual([
            expect.stringMatching(/^Copied by Julio Reyes \(Record Page\) Fri, Nov 20/),
            expect.stringMatching(/^Opened for the first time Sat, Nov 21/),
            expect.stringMatching(/^Used: a meeting was booked Sat, Nov 21/)
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
});
