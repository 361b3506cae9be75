import type { MeetingQuestion } from '../mirror/records.ts';

export interface AnsweredQuestion {
    question: string;
    answer: string;
}

export type AnswerProblem = 'required' | 'not_a_choice' | 'unknown_question' | 'too_long' | 'wrong_kind';

/** What an answer may hold at most, in characters, by kind of question. */
const LONGEST = { text: 255, long_text: 4000, choice: 255, phone: 40 } as const;

/** Checks answers against the questions of a meeting type; either every answer is fine or each problem is named. */
export function checkAnswers(
    questions: MeetingQuestion[],
    answers: Record<string, string | boolean>
): { answered: AnsweredQuestion[]; problems: Map<string, AnswerProblem> } {
    const problems = new Map<string, AnswerProblem>();
    const known = new Set(questions.map(({ id }) => id));
    for (const id of Object.keys(answers)) if (!known.has(id)) problems.set(id, 'unknown_question');
    const answered: AnsweredQuestion[] = [];
    for (const question of questions) {
        const given = answers[question.id];
        const problem = findProblem(question, given);
        if (problem) problems.set(question.id, problem);
        else if (given !== undefined && given !== '') {
            answered.push({ question: question.label, answer: typeof given === 'boolean' ? yesOrNo(given) : given });
        }
    }
    return { answered, problems };
}

function findProblem(question: MeetingQuestion, given: string | boolean | undefined): AnswerProblem | undefined {
    const isMissing = given === undefined || given === '' || given === false;
    if (isMissing) return question.isRequired ? 'required' : undefined;
    if (question.kind === 'checkbox') return typeof given === 'boolean' ? undefined : 'wrong_kind';
    if (typeof given !== 'string') return 'wrong_kind';
    if (question.kind === 'choice' && !question.choices.includes(given)) return 'not_a_choice';
    return given.length > LONGEST[question.kind] ? 'too_long' : undefined;
}

function yesOrNo(isTicked: boolean): string {
    return isTicked ? 'Yes' : 'No';
}
