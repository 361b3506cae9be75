import ParkedMeetings from 'c/parkedMeetings';
import type MeetingActionRunner from 'c/meetingActionRunner';
import type { MeetingActionResult } from 'types/meetingActions';
import { flush } from '../../../../../test/flush';
import { findById, mountComponent, textsById } from '../../../../../test/mount';
import { navigation } from '../../../../../test/navigation';
import { graphqlWire } from '../../../../../test/wire';

function parkedData(ids: string[], { totalCount = ids.length, field = 'WhoId' } = {}): unknown {
    const edges = ids.map((id) => ({
        node: {
            Id: id,
            Name: { value: `M-${id}` },
            MeetingTypeTitle__c: { value: 'Intro call' },
            ProspectName__c: { value: 'Ada Byron' },
            StartsAt__c: { value: '2026-11-24T09:00:00Z' },
            SyncErrorCode__c: { value: field === '' ? null : 'INSUFFICIENT_ACCESS' },
            SyncErrorField__c: { value: field === '' ? null : field },
            SyncError__c: { value: 'no access to the Lead' },
            SyncErrorAt__c: { value: field === '' ? null : '2026-11-23T09:00:00Z' }
        }
    }));
    return { uiapi: { query: { Meeting__c: { totalCount, edges } } } };
}

const refresh = jest.fn<Promise<void>, []>();
const isParked = ({ query }: { query?: unknown }): boolean => String(query).includes('ParkedMeetings');
const emit = (ids: string[], options = {}): void => graphqlWire.emit(parkedData(ids, options), isParked, refresh);

async function mountWith(ids: string[], options = {}): Promise<HTMLElement> {
    navigation.generateUrl.mockResolvedValue('/lightning/r/Meeting__c/x/view');
    const element = mountComponent('c-parked-meetings', ParkedMeetings);
    // Wires learn their configuration a moment after they connect.
    await flush();
    emit(ids, options);
    await flush();
    return element;
}

/** What the runner of the component answers from now on. */
function answerWith(element: HTMLElement, answer: () => Promise<MeetingActionResult>): jest.Mock {
    const runner = element.shadowRoot!.querySelector<HTMLElement & MeetingActionRunner>('c-meeting-action-runner')!;
    const perform = jest.fn(answer);
    Object.defineProperty(runner, 'perform', { value: perform });
    return perform;
}

const result = (state: MeetingActionResult['state'], error = ''): MeetingActionResult => ({
    actionId: 'a0A',
    state,
    error
});
const loadState = (element: HTMLElement) =>
    element.shadowRoot!.querySelector('c-load-state') as HTMLElement & Record<string, unknown>;

describe('c-parked-meetings', () => {
    beforeEach(() => refresh.mockReset().mockResolvedValue(undefined));
    afterEach(() => {
        document.body.replaceChildren();
    });

    it('says that it loads until Salesforce has answered', async () => {
        const element = mountComponent('c-parked-meetings', ParkedMeetings);
        expect(loadState(element).isLoading).toBe(true);
        await expect(element).toBeAccessible();
    });

    it('says of each meeting why Salesforce refuses it, and leads to it', async () => {
        const element = await mountWith(['1']);
        expect(textsById(element, 'meeting')[0]).toContain('M-1 · Intro call · Ada Byron · ');
        expect(findById<HTMLAnchorElement>(element, 'meeting')!.getAttribute('href')).toBe(
            '/lightning/r/Meeting__c/x/view'
        );
        expect(textsById(element, 'code')).toEqual(['INSUFFICIENT_ACCESS']);
        expect(textsById(element, 'field')).toEqual(['WhoId']);
        expect(textsById(element, 'message')).toEqual(['no access to the Lead']);
        expect(textsById(element, 'refused')[0]).toMatch(/^refused /);
        expect(findById(element, 'more')).toBeNull();
    });

    it('shows refusals of before codes were kept', async () => {
        const element = await mountWith(['1'], { field: '' });
        expect(textsById(element, 'code')).toEqual(['No code']);
        expect(findById(element, 'field')).toBeNull();
        expect(findById(element, 'refused')).toBeNull();
    });

    it('says when there are more than it shows', async () => {
        const element = await mountWith(['1', '2'], { totalCount: 250 });
        expect(textsById(element, 'more')).toEqual(['2 of 250 are shown; the others follow when these are gone.']);
    });

    it('says that nothing is parked', async () => {
        const element = await mountWith([]);
        expect(loadState(element)).toMatchObject({ isEmpty: true, emptyHeading: 'Nothing is parked' });
        expect(findById(element, 'retry-all')).toBeNull();
    });

    it('shows an error and loads again', async () => {
        const element = mountComponent('c-parked-meetings', ParkedMeetings);
        await flush();
        graphqlWire.emitErrors([{ message: 'no access' }], undefined, refresh);
        await flush();
        expect(loadState(element).errors).toHaveLength(1);
        await expect(element).toBeAccessible();
        loadState(element).dispatchEvent(new CustomEvent('retry'));
        await flush();
        expect(refresh).toHaveBeenCalledTimes(1);
    });

    it('sends one meeting again and says that Salesforce has it', async () => {
        const element = await mountWith(['1', '2']);
        const perform = answerWith(element, async () => result('done'));
        refresh.mockImplementation(async () => emit(['2']));
        findById(element, 'retry')!.click();
        await flush();
        expect(perform.mock.calls).toEqual([[{ meetingId: '1', kind: 'Retry Sync' }]]);
        expect(textsById(element, 'outcome')).toEqual(['1 of 1 are in Salesforce now.']);
        expect(textsById(element, 'meeting')).toHaveLength(1);
    });

    it('sends all again and says what is left', async () => {
        const element = await mountWith(['1', '2']);
        const perform = answerWith(element, async () => result('done'));
        refresh.mockImplementation(async () => emit(['2']));
        findById(element, 'retry-all')!.click();
        await flush();
        expect(perform).toHaveBeenCalledTimes(2);
        expect(textsById(element, 'outcome')).toEqual(['1 of 2 are in Salesforce now.']);
    });

    it.each([
        ['refuses', async () => result('refused', 'It does not know this meeting.'), 'It does not know this meeting.'],
        ['does not answer', async () => result('waiting'), 'The booking service has not answered yet.'],
        [
            'cannot be asked',
            () => Promise.reject(Object.assign(new Error(), { body: { message: 'read only' } })),
            'read only'
        ]
    ])('says beside the meeting that the service %s', async (_what, answer, text) => {
        const element = await mountWith(['1']);
        answerWith(element, answer);
        findById(element, 'retry')!.click();
        await flush();
        expect(textsById(element, 'failure')[0]).toContain(text);
    });

    it('cannot be asked twice at once', async () => {
        const element = await mountWith(['1']);
        answerWith(element, () => new Promise(() => undefined));
        findById(element, 'retry')!.click();
        await flush();
        expect(findById<HTMLButtonElement>(element, 'retry')!.disabled).toBe(true);
        expect(findById<HTMLButtonElement>(element, 'retry-all')!.disabled).toBe(true);
        expect(textsById(element, 'outcome')).toEqual(['Retrying 1 …']);
    });

    it.each([[['1', '2']], [[]]])('is accessible with %j', async (ids) => {
        await expect(await mountWith(ids)).toBeAccessible();
    });
});
