import { createRecord, deleteRecord, updateRecord } from 'lightning/uiRecordApi';
import { newQuestion, questionsVariables, saveMeetingType, toListedTypes, toQuestions } from 'c/meetingTypeApi';
import type { QuestionDraft } from 'types/meetingTypes';

const field = (value: unknown): object => ({ value });
const asked = (id: string, label: string): QuestionDraft => ({ ...newQuestion(), id, label });

describe('c-meeting-type-api', () => {
    beforeEach(() => {
        jest.clearAllMocks();
        jest.mocked(createRecord).mockResolvedValue({ id: 'made' } as never);
        jest.mocked(updateRecord).mockResolvedValue(undefined as never);
        jest.mocked(deleteRecord).mockResolvedValue(undefined as never);
    });

    it('makes a type and its questions in their order, named by its title', async () => {
        const choice: QuestionDraft = { ...newQuestion(), label: 'Which?', kind: 'Choice', choices: 'A\nB' };
        const draft = { values: { Title__c: 'Demo', DurationMinutes__c: 45 }, questions: [choice, newQuestion()] };
        expect(await saveMeetingType(draft)).toBe('made');
        const made = jest.mocked(createRecord).mock.calls.map(([{ apiName, fields }]) => ({ apiName, ...fields }));
        expect(made[0]).toEqual({ apiName: 'MeetingType__c', Name: 'Demo', Title__c: 'Demo', DurationMinutes__c: 45 });
        expect(made[1]).toMatchObject({
            MeetingType__c: 'made',
            Label__c: 'Which?',
            Choices__c: 'A\nB',
            Position__c: 1
        });
        expect(made[2]).toMatchObject({ Kind__c: 'Text', Choices__c: '', Position__c: 2 });
    });

    it('saves only the fields and questions that changed', async () => {
        const original = {
            id: 'type',
            values: { Name: 'Demo', Title__c: 'Demo', Location__c: null },
            questions: [asked('q1', 'One?'), asked('q2', 'Two?')]
        };
        const questions = [asked('q1', 'One?'), newQuestion()];
        await saveMeetingType({ values: { ...original.values, Title__c: 'Tour' }, questions }, original);
        expect(jest.mocked(updateRecord).mock.calls).toEqual([[{ fields: { Id: 'type', Title__c: 'Tour' } }]]);
        expect(jest.mocked(deleteRecord).mock.calls).toEqual([['q2']]);
        expect(createRecord).toHaveBeenCalledTimes(1);
    });

    it('writes nothing when nothing changed', async () => {
        const original = { id: 'type', values: { Title__c: 'Demo' }, questions: [asked('q1', 'One?')] };
        await saveMeetingType({ values: original.values, questions: original.questions }, original);
        for (const call of [createRecord, updateRecord, deleteRecord]) expect(call).not.toHaveBeenCalled();
    });

    it('reads types with what a list says of them, also where fields are hidden', () => {
        const node = {
            ...{ Id: 'a01', Name: field('Intro'), Title__c: field('Intro call'), DurationMinutes__c: field(null) },
            ...{ Location__c: field(null), SingleUsePolicy__c: { value: 'Required', label: 'Erforderlich' } },
            ...{ IsActive__c: field(true), IsLocked__c: field(null), IsAdminManaged__c: field(true) },
            ...{ OwnerId: field('me'), Owner: null, MeetingQuestions__r: { edges: [{}, {}] } }
        };
        const pageInfo = { hasNextPage: false, endCursor: null };
        const data = { uiapi: { query: { MeetingType__c: { edges: [{ node }], pageInfo } } } };
        expect(toListedTypes(data as never, 'me')).toEqual([
            {
                ...{ id: 'a01', name: 'Intro', title: 'Intro call', durationMinutes: undefined, location: '' },
                ...{ singleUsePolicy: 'Erforderlich', ownerName: '', isMine: true, isActive: true },
                ...{ isLocked: false, isAdminManaged: true, questionCount: 2 }
            }
        ]);
    });

    it('reads the questions of one type', () => {
        expect(questionsVariables('a01')).toEqual({ where: { MeetingType__c: { eq: 'a01' } } });
        const node = {
            ...{ Id: 'q1', Label__c: field('Why?'), Kind__c: field('Phone'), IsRequired__c: field(true) },
            ...{ Choices__c: field(null), HelpText__c: field(null), PrefillField__c: field('Phone') }
        };
        const data = { uiapi: { query: { MeetingQuestion__c: { edges: [{ node }] } } } };
        expect(toQuestions(data as never)).toEqual([
            {
                ...{ key: 'q1', id: 'q1', label: 'Why?', kind: 'Phone', isRequired: true },
                ...{ choices: '', helpText: '', prefillField: 'Phone' }
            }
        ]);
    });
});
