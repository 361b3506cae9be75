import { createRecord } from 'lightning/uiRecordApi';
import MeetingActionRunner from 'c/meetingActionRunner';
import type { MeetingActionRequest } from 'types/meetingActions';
import { mountComponent } from '../../../../../test/mount';
import { graphqlWire } from '../../../../../test/wire';

const ACTION_ID = 'a0A000000000001AAA';
const HINT_URL = 'https://book.nexora.example/api/v1/hints';
const CANCEL: MeetingActionRequest = { meetingId: 'a0B000000000001AAA', kind: 'Cancel', reason: 'Ill' };

interface Written {
    result?: string;
    error?: string;
    hintUrl?: string;
}

/** What Salesforce holds of the action. */
function actionData({ result, error, hintUrl = HINT_URL }: Written = {}): unknown {
    const node = {
        Id: ACTION_ID,
        Result__c: { value: result ?? null },
        Error__c: { value: error ?? null },
        DoneAt__c: { value: result === undefined ? null : '2026-11-23T09:00:00.000Z' },
        HintUrl__c: { value: hintUrl }
    };
    return { uiapi: { query: { MeetingAction__c: { edges: [{ node }] } } } };
}

function mount(): MeetingActionRunner {
    return mountComponent('c-meeting-action-runner', MeetingActionRunner) as unknown as MeetingActionRunner;
}

const hints = jest.fn<Promise<{ ok: boolean }>, [string, RequestInit]>();
const refresh = jest.fn<Promise<void>, []>();

beforeEach(() => {
    jest.useFakeTimers();
    jest.mocked(createRecord).mockResolvedValue({ id: ACTION_ID, apiName: 'MeetingAction__c', fields: {} });
    hints.mockResolvedValue({ ok: true });
    refresh.mockResolvedValue(undefined);
    globalThis.fetch = hints as unknown as typeof fetch;
});

afterEach(() => {
    document.body.replaceChildren();
    jest.useRealTimers();
    jest.resetAllMocks();
});

describe('c-meeting-action-runner', () => {
    it('writes what is asked for and asks Salesforce for the answer', async () => {
        void mount().perform({ ...CANCEL, newStartsAt: '2026-11-24T09:00:00.000Z', newHostId: '005000000000001AAA' });
        await jest.advanceTimersByTimeAsync(0);
        expect(createRecord).toHaveBeenCalledWith({
            apiName: 'MeetingAction__c',
            fields: {
                Meeting__c: CANCEL.meetingId,
                Kind__c: 'Cancel',
                Reason__c: 'Ill',
                NewStartsAt__c: '2026-11-24T09:00:00.000Z',
                NewHost__c: '005000000000001AAA'
            }
        });
        expect(graphqlWire.getLastConfig().variables).toMatchObject({ where: { Id: { in: [ACTION_ID] } } });
    });

    it('hints once, with nothing but the id of the record', async () => {
        void mount().perform(CANCEL);
        await jest.advanceTimersByTimeAsync(0);
        graphqlWire.emit(actionData(), undefined, refresh);
        graphqlWire.emit(actionData(), undefined, refresh);
        expect(hints).toHaveBeenCalledTimes(1);
        expect(hints).toHaveBeenCalledWith(
            HINT_URL,
            expect.objectContaining({ body: JSON.stringify({ recordId: ACTION_ID }) })
        );
    });

    it.each([
        [{ result: 'Done' }, { state: 'done', error: '' }],
        [
            { result: 'Refused', error: 'This meeting is over.' },
            { state: 'refused', error: 'This meeting is over.' }
        ]
    ])('tells the answer that a look within two seconds finds: %j', async (written, expected) => {
        const performing = mount().perform(CANCEL);
        await jest.advanceTimersByTimeAsync(0);
        graphqlWire.emit(actionData(), undefined, refresh);
        refresh.mockImplementationOnce(async () => graphqlWire.emit(actionData(written), undefined, refresh));
        await jest.advanceTimersByTimeAsync(2000);
        await expect(performing).resolves.toEqual({ actionId: ACTION_ID, ...expected });
    });

    it('finds the answer without a hint too, when a poll has brought it', async () => {
        hints.mockRejectedValue(new TypeError('Refused to connect'));
        const performing = mount().perform(CANCEL);
        await jest.advanceTimersByTimeAsync(0);
        graphqlWire.emit(actionData(), undefined, refresh);
        await jest.advanceTimersByTimeAsync(20_000);
        refresh.mockImplementation(async () => graphqlWire.emit(actionData({ result: 'Done' }), undefined, refresh));
        await jest.advanceTimersByTimeAsync(15_000);
        await expect(performing).resolves.toMatchObject({ state: 'done' });
    });

    it('gives up after a minute and eleven looks, of which one that fails is only one', async () => {
        refresh.mockRejectedValueOnce(new Error('offline'));
        const performing = mount().perform(CANCEL);
        await jest.advanceTimersByTimeAsync(0);
        graphqlWire.emit(actionData(), undefined, refresh);
        await jest.advanceTimersByTimeAsync(62_000);
        await expect(performing).resolves.toEqual({ actionId: ACTION_ID, state: 'waiting', error: '' });
        expect(refresh).toHaveBeenCalledTimes(11);
    });

    it('sends no hint where the org has no service URL', async () => {
        void mount().perform(CANCEL);
        await jest.advanceTimersByTimeAsync(0);
        graphqlWire.emit(actionData({ hintUrl: '/api/v1/hints' }), undefined, refresh);
        expect(hints).not.toHaveBeenCalled();
    });

    it('stops looking when it leaves the page', async () => {
        const runner = mount();
        const performing = runner.perform(CANCEL);
        await jest.advanceTimersByTimeAsync(0);
        graphqlWire.emit(actionData(), undefined, refresh);
        document.body.replaceChildren();
        await jest.advanceTimersByTimeAsync(62_000);
        await expect(performing).resolves.toMatchObject({ state: 'waiting' });
        expect(refresh).not.toHaveBeenCalled();
    });

    it('fails as Salesforce does when the user may not ask', async () => {
        jest.mocked(createRecord).mockRejectedValue({ body: { message: 'insufficient access rights' } });
        await expect(mount().perform(CANCEL)).rejects.toMatchObject({
            body: { message: 'insufficient access rights' }
        });
    });

    it('is accessible', async () => {
        jest.useRealTimers();
        const runner = mount();
        await expect(runner).toBeAccessible();
    });
});
