import { createRecord } from 'lightning/uiRecordApi';
import { createMeetingAction, meetingActionsVariables, sendHint, toActionAnswers } from 'c/meetingActionApi';

const ACTION_ID = 'a0A000000000001AAA';
const HINT_URL = 'https://book.nexora.example/api/v1/hints';

describe('createMeetingAction', () => {
    beforeEach(() => {
        jest.mocked(createRecord).mockResolvedValue({ id: ACTION_ID, apiName: 'MeetingAction__c', fields: {} });
    });

    it('writes what the kind needs and leaves the rest empty', async () => {
        await expect(createMeetingAction({ meetingId: 'a0B', kind: 'Retry Sync' })).resolves.toBe(ACTION_ID);
        expect(createRecord).toHaveBeenLastCalledWith({
            apiName: 'MeetingAction__c',
            fields: { Meeting__c: 'a0B', Kind__c: 'Retry Sync' }
        });
    });

    it('writes every parameter', async () => {
        await createMeetingAction({
            meetingId: 'a0B',
            kind: 'Reschedule',
            newStartsAt: '2026-11-24T09:00:00.000Z',
            newHostId: '005',
            reason: 'Ill',
            replacementTokenHash: 'ab12'
        });
        expect(createRecord).toHaveBeenLastCalledWith({
            apiName: 'MeetingAction__c',
            fields: {
                Meeting__c: 'a0B',
                Kind__c: 'Reschedule',
                NewStartsAt__c: '2026-11-24T09:00:00.000Z',
                NewHost__c: '005',
                Reason__c: 'Ill',
                ReplacementTokenHash__c: 'ab12'
            }
        });
    });
});

describe('sendHint', () => {
    const requests = jest.fn<Promise<{ ok: boolean }>, [string, RequestInit]>();

    beforeEach(() => {
        requests.mockReset().mockResolvedValue({ ok: true });
        globalThis.fetch = requests as unknown as typeof fetch;
    });

    it('carries nothing but the id of the record', async () => {
        await expect(sendHint(HINT_URL, ACTION_ID)).resolves.toBe(true);
        expect(requests.mock.calls).toEqual([
            [
                HINT_URL,
                {
                    method: 'POST',
                    headers: { 'Content-Type': 'text/plain' },
                    body: JSON.stringify({ recordId: ACTION_ID }),
                    credentials: 'omit',
                    referrerPolicy: 'no-referrer'
                }
            ]
        ]);
    });

    it('says when the service did not take it', async () => {
        requests.mockResolvedValue({ ok: false });
        await expect(sendHint(HINT_URL, ACTION_ID)).resolves.toBe(false);
        requests.mockRejectedValue(new TypeError('Failed to fetch'));
        await expect(sendHint(HINT_URL, ACTION_ID)).resolves.toBe(false);
    });

    it('asks nobody where the org has no service URL', async () => {
        await expect(sendHint('/api/v1/hints', ACTION_ID)).resolves.toBe(false);
        expect(requests).not.toHaveBeenCalled();
    });
});

describe('toActionAnswers', () => {
    const dataOf = (result: string | null, error: string | null, doneAt: string | null) => ({
        uiapi: {
            query: {
                MeetingAction__c: {
                    edges: [
                        {
                            node: {
                                Id: ACTION_ID,
                                Result__c: { value: result },
                                Error__c: { value: error },
                                DoneAt__c: { value: doneAt },
                                HintUrl__c: { value: HINT_URL }
                            }
                        }
                    ]
                }
            }
        }
    });

    it.each([
        [null, null, null, { isAnswered: false, isDone: false, error: '' }],
        ['Done', null, '2026-11-23T09:00:00.000Z', { isAnswered: true, isDone: true, error: '' }],
        ['Refused', 'Over.', '2026-11-23T09:00:00.000Z', { isAnswered: true, isDone: false, error: 'Over.' }]
    ])('reads %s', (result, error, doneAt, expected) => {
        expect(toActionAnswers(dataOf(result, error, doneAt))).toEqual([
            { id: ACTION_ID, hintUrl: HINT_URL, ...expected }
        ]);
    });
});

describe('meetingActionsVariables', () => {
    it('asks for the named actions', () => {
        expect(meetingActionsVariables([ACTION_ID])).toEqual({ where: { Id: { in: [ACTION_ID] } }, first: 200 });
    });
});
