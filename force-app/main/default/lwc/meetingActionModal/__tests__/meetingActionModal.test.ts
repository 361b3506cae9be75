import MeetingActionModal, { OUT_OF_SIGHT } from 'c/meetingActionModal';
import { toMeetingsPage, type MeetingsData } from 'c/meetingApi';
import type { MeetingActionKind, MeetingActionRequest, MeetingActionResult } from 'types/meetingActions';
import meetings from '../../meetingApi/__tests__/data/meetings.json';
import { flush, pause } from '../../../../../test/flush';
import { findById, mountComponent, textsById } from '../../../../../test/mount';
import { graphqlWire } from '../../../../../test/wire';

const DATA = meetings as unknown as MeetingsData;
const [MEETING] = toMeetingsPage(DATA).meetings;

type ModalElement = HTMLElement & { close: jest.Mock };

const perform = jest.fn<Promise<MeetingActionResult>, [MeetingActionRequest]>();
function answered(state: MeetingActionResult['state'], error = ''): void {
    perform.mockResolvedValue({ actionId: 'a08', state, error });
}

const query = <T extends Element = HTMLElement>(element: HTMLElement, selector: string): T =>
    element.shadowRoot!.querySelector<T>(selector)!;

async function mount(kind: MeetingActionKind, meeting = MEETING!): Promise<ModalElement> {
    const element = mountComponent('c-meeting-action-modal', MeetingActionModal, { kind, meeting });
    Object.assign(element, { label: kind });
    await flush();
    // Its own test says how it asks; here only what it is asked matters.
    Object.defineProperty(query(element, 'c-meeting-action-runner'), 'perform', { value: perform });
    return element as ModalElement;
}

async function confirm(element: HTMLElement): Promise<void> {
    findById(element, 'confirm')!.click();
    await flush();
    await flush();
}

/** Salesforce has the meeting with these fields now. */
async function emitMeeting(fields: object): Promise<void> {
    const [{ node }] = meetings.uiapi.query.Meeting__c.edges as [{ node: object }];
    await emitEdges([{ node: { ...node, ...fields } }]);
}

async function emitEdges(edges: object[]): Promise<void> {
    const data = { uiapi: { query: { Meeting__c: { edges, totalCount: 1, pageInfo: { hasNextPage: false } } } } };
    // The runner inside waits for other answers.
    graphqlWire.emit(data, ({ query: asked }) => String(asked).includes('query Meetings('));
    await pause(250);
}

function toastsOf(element: HTMLElement): { title: string; variant: string }[] {
    const toasts: { title: string; variant: string }[] = [];
    element.addEventListener('lightning__showtoast', (event) => toasts.push((event as CustomEvent).detail));
    return toasts;
}

const isConfirmDisabled = (element: HTMLElement): boolean =>
    findById<HTMLElement & { disabled: boolean }>(element, 'confirm')!.disabled;

describe('c-meeting-action-modal', () => {
    beforeEach(() => answered('done'));

    afterEach(() => {
        document.body.replaceChildren();
        perform.mockReset();
    });

    it.each<[MeetingActionKind, string]>([
        ['Reschedule', 'c-meeting-time-picker'],
        ['Reassign', 'c-host-picker'],
        ['Cancel', '[data-id="reason"]'],
        ['No-Show', '[data-id="confirm"]'],
        ['Undo No-Show', '[data-id="confirm"]'],
        ['Replace', '[data-id="confirm"]']
    ])('is accessible and says which meeting it is about: %s', async (kind, part) => {
        globalThis.fetch = jest.fn().mockRejectedValue(new TypeError('no network'));
        const element = await mount(kind);
        expect(query(element, part)).not.toBeNull();
        expect(query(element, 'lightning-modal-body').textContent).toContain('Dana Whitfield');
        await expect(element).toBeAccessible();
    });

    it('asks for a new time once one is chosen', async () => {
        globalThis.fetch = jest.fn().mockRejectedValue(new TypeError('no network'));
        const element = await mount('Reschedule');
        expect(isConfirmDisabled(element)).toBe(true);
        const newStartsAt = '2026-12-01T18:00:00.000Z';
        query(element, 'c-meeting-time-picker').dispatchEvent(
            new CustomEvent('timechosen', { detail: { startsAt: newStartsAt } })
        );
        await flush();
        await confirm(element);
        expect(perform).toHaveBeenCalledWith({ meetingId: MEETING!.id, kind: 'Reschedule', newStartsAt });
    });

    it('asks for a new host once one is chosen', async () => {
        const element = await mount('Reassign');
        expect(isConfirmDisabled(element)).toBe(true);
        query(element, 'c-host-picker').dispatchEvent(new CustomEvent('hostchosen', { detail: { hostId: '0051' } }));
        await flush();
        await confirm(element);
        expect(perform).toHaveBeenCalledWith({ meetingId: MEETING!.id, kind: 'Reassign', newHostId: '0051' });
    });

    it('cancels with a reason, and closes with the meeting as Salesforce has it then', async () => {
        const element = await mount('Cancel');
        const toasts = toastsOf(element);
        findById(element, 'reason')!.dispatchEvent(new CustomEvent('change', { detail: { value: ' Ill ' } }));
        await confirm(element);
        expect(textsById(element, 'busy')).toEqual(['Asking the booking service …']);
        expect(perform).toHaveBeenCalledWith({ meetingId: MEETING!.id, kind: 'Cancel', reason: 'Ill' });
        await emitMeeting({ Revision__c: { value: 2 }, Status__c: { value: 'Canceled', displayValue: 'Canceled' } });
        expect(element.close).toHaveBeenCalledWith(
            expect.objectContaining({ id: MEETING!.id, status: { value: 'Canceled', label: 'Canceled' } })
        );
        expect(toasts).toEqual([{ title: 'Meeting canceled', variant: 'success' }]);
    });

    it('says so when the change takes the meeting out of the user’s sight', async () => {
        const element = await mount('Reassign');
        const toasts = toastsOf(element);
        query(element, 'c-host-picker').dispatchEvent(new CustomEvent('hostchosen', { detail: { hostId: '0051' } }));
        await flush();
        await confirm(element);
        await emitEdges([]);
        expect(element.close).toHaveBeenCalledWith(OUT_OF_SIGHT);
        expect(toasts).toEqual([
            {
                title: 'Host changed',
                message: 'The meeting is not shared with you any more, so it left your list.',
                variant: 'success'
            }
        ]);
    });

    it('asks once for a double click', async () => {
        perform.mockReturnValue(new Promise(() => undefined));
        const element = await mount('No-Show');
        findById(element, 'confirm')!.click();
        await confirm(element);
        expect(perform).toHaveBeenCalledTimes(1);
    });

    it('stays open and says why when the service refuses', async () => {
        answered('refused', 'Another meeting of the host is in the way.');
        const element = await mount('No-Show');
        await confirm(element);
        expect(textsById(element, 'refusal')[0]).toContain('Another meeting of the host is in the way.');
        expect(element.close).not.toHaveBeenCalled();
        expect(isConfirmDisabled(element)).toBe(false);
        await expect(element).toBeAccessible();
    });

    it('stays open and shows the error when Salesforce does not take the request', async () => {
        perform.mockRejectedValue({ body: { message: 'insufficient access' } });
        const element = await mount('No-Show');
        await confirm(element);
        expect(query<HTMLElement & { errors: unknown }>(element, 'c-error-panel').errors).toEqual({
            body: { message: 'insufficient access' }
        });
        await expect(element).toBeAccessible();
    });

    it('says that the service has yet to answer', async () => {
        answered('waiting');
        const element = await mount('No-Show');
        const toasts = toastsOf(element);
        await confirm(element);
        expect(toasts).toEqual([expect.objectContaining({ title: 'Asked for', variant: 'info' })]);
        expect(element.close).toHaveBeenCalledWith(undefined);
    });

    describe('a replacement link', () => {
        function setClipboard(writeText: (text: string) => Promise<void>): void {
            Object.defineProperty(navigator, 'clipboard', { configurable: true, value: { writeText } });
        }

        it('is made by its hash alone and copied', async () => {
            const writeText = jest.fn().mockResolvedValue(undefined);
            setClipboard(writeText);
            const element = await mount('Replace');
            const toasts = toastsOf(element);
            await confirm(element);
            expect(perform.mock.calls[0]![0].replacementTokenHash).toMatch(/^[0-9a-f]{64}$/);
            expect(writeText).toHaveBeenCalledWith(
                expect.stringMatching(/^https:\/\/book\.nexora\.example\/s\/[a-z0-9]{32}$/)
            );
            expect(toasts).toEqual([{ title: 'Replacement link copied', variant: 'success' }]);
            expect(element.close).toHaveBeenCalled();
        });

        it('is shown when the clipboard refuses', async () => {
            setClipboard(() => Promise.reject(new DOMException('denied', 'NotAllowedError')));
            const element = await mount('Replace');
            await confirm(element);
            expect(query<HTMLElement & { url: string }>(element, 'c-link-to-copy').url).toContain('/s/');
            expect(element.close).not.toHaveBeenCalled();
            expect(findById(element, 'confirm')).toBeNull();
            await expect(element).toBeAccessible();
        });

        it('is not copied when the service refuses it', async () => {
            answered('refused', 'Only a canceled meeting or a no-show gets a new link.');
            const writeText = jest.fn();
            setClipboard(writeText);
            const element = await mount('Replace');
            await confirm(element);
            expect(writeText).not.toHaveBeenCalled();
            expect(textsById(element, 'refusal')[0]).toContain('Only a canceled meeting');
        });

        it('cannot be made of a link that is hidden', async () => {
            const element = await mount('Replace', { ...MEETING!, linkUrl: null });
            await confirm(element);
            expect(perform).not.toHaveBeenCalled();
            expect(query<HTMLElement & { errors: Error }>(element, 'c-error-panel').errors.message).toContain(
                'no replacement can be made'
            );
        });
    });
});
