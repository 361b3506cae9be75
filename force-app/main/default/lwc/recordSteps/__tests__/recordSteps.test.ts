import { createRecord, deleteRecord, updateRecord } from 'lightning/uiRecordApi';
import { StepsError, creation, rowSteps, runSteps, type Fields, type Row } from 'c/recordSteps';

const OBJECT = 'HostPoolMember__c';
const parent = (): Fields => ({ HostPool__c: 'pool' });
const row = (id: string | undefined, weight: number): Row => ({ id, fields: { Weight__c: weight } });

describe('c-record-steps', () => {
    beforeEach(() => {
        jest.clearAllMocks();
        jest.mocked(createRecord).mockResolvedValue({ id: 'made' } as never);
        jest.mocked(updateRecord).mockResolvedValue(undefined as never);
        jest.mocked(deleteRecord).mockResolvedValue(undefined as never);
    });

    it('makes, changes and removes what differs, and nothing else', async () => {
        const original = [row('a', 1), row('b', 1), row('c', 1)];
        await runSteps(rowSteps(OBJECT, [row('a', 1), row('b', 3), row(undefined, 2)], original, parent));
        expect(jest.mocked(createRecord).mock.calls).toEqual([
            [{ apiName: OBJECT, fields: { HostPool__c: 'pool', Weight__c: 2 } }]
        ]);
        expect(jest.mocked(updateRecord).mock.calls).toEqual([[{ fields: { Id: 'b', Weight__c: 3 } }]]);
        expect(jest.mocked(deleteRecord).mock.calls).toEqual([['c']]);
    });

    it('gives rows the parent that was made just before', async () => {
        let poolId = '';
        const pool = creation(
            'HostPool__c',
            () => ({ Name: 'Experts' }),
            (id) => (poolId = id)
        );
        await runSteps([pool, ...rowSteps(OBJECT, [row(undefined, 1)], [], () => ({ HostPool__c: poolId }))]);
        expect(jest.mocked(createRecord).mock.calls[1]![0].fields).toEqual({ HostPool__c: 'made', Weight__c: 1 });
    });

    it('takes everything back when a step fails', async () => {
        const cause = new Error('locked');
        jest.mocked(deleteRecord).mockRejectedValueOnce(cause);
        const steps = rowSteps(OBJECT, [row('a', 2), row(undefined, 5)], [row('a', 1), row('b', 1)], parent);
        await expect(runSteps(steps)).rejects.toMatchObject({ cause, isUndone: true });
        expect(jest.mocked(updateRecord).mock.calls.at(-1)).toEqual([{ fields: { Id: 'a', Weight__c: 1 } }]);
        expect(jest.mocked(deleteRecord).mock.calls.at(-1)).toEqual(['made']);
    });

    it('makes a removed record anew when a later step fails', async () => {
        jest.mocked(deleteRecord)
            .mockResolvedValueOnce(undefined as never)
            .mockRejectedValueOnce(new Error('locked'));
        await expect(runSteps(rowSteps(OBJECT, [], [row('a', 1), row('b', 1)], parent))).rejects.toThrow(StepsError);
        expect(jest.mocked(createRecord).mock.calls).toEqual([
            [{ apiName: OBJECT, fields: { HostPool__c: 'pool', Weight__c: 1 } }]
        ]);
    });

    it('says so when something could not be taken back', async () => {
        jest.mocked(updateRecord)
            .mockResolvedValueOnce(undefined as never)
            .mockRejectedValue(new Error('offline'));
        jest.mocked(deleteRecord).mockRejectedValueOnce(new Error('offline'));
        const steps = rowSteps(OBJECT, [row('a', 2)], [row('a', 1), row('b', 1)], parent);
        await expect(runSteps(steps)).rejects.toMatchObject({ isUndone: false });
    });
});
