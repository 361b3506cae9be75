import type { MeetingQuestion } from '../mirror/records.ts';
import { checkAnswers } from './answers.ts';

const question = (changes: Partial<MeetingQuestion>): MeetingQuestion => ({
    id: 'q',
    meetingTypeId: 'type',
    label: 'Team size',
    kind: 'text',
    choices: [],
    helpText: undefined,
    isRequired: false,
    position: 0,
    prefill: undefined,
    ...changes
});

describe('checkAnswers', () => {
    it('gives answers with the question they answer, and leaves out what was not answered', () => {
        const questions = [
            question({ id: 'a', label: 'Tools' }),
            question({ id: 'b' }),
            question({ id: 'c', kind: 'checkbox', label: 'New' })
        ];
        expect(checkAnswers(questions, { a: 'Salesforce', c: true }).answered).toEqual([
            { question: 'Tools', answer: 'Salesforce' },
            { question: 'New', answer: 'Yes' }
        ]);
    });

    it.each<[string, MeetingQuestion, string | boolean | undefined, string]>([
        ['missing', question({ isRequired: true }), undefined, 'required'],
        ['an unticked required box', question({ kind: 'checkbox', isRequired: true }), false, 'required'],
        ['not offered', question({ kind: 'choice', choices: ['A'] }), 'B', 'not_a_choice'],
        ['too long', question({}), 'x'.repeat(256), 'too_long'],
        ['text for a box', question({ kind: 'checkbox' }), 'yes', 'wrong_kind'],
        ['a box for text', question({}), true, 'wrong_kind']
    ])('names an answer that is %s', (_, asked, given, problem) => {
        const { problems } = checkAnswers([asked], given === undefined ? {} : { q: given });
        expect(problems.get('q')).toBe(problem);
    });

    it('refuses answers to questions nobody asked', () => {
        expect(checkAnswers([], { q: 'x' }).problems.get('q')).toBe('unknown_question');
    });
});
