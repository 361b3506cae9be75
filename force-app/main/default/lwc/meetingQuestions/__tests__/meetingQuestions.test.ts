import MeetingQuestions from 'c/meetingQuestions';
import type { QuestionDraft } from 'types/meetingTypes';
import { findById, mountComponent, textsById } from '../../../../../test/mount';

const question = (key: string, more: Partial<QuestionDraft> = {}): QuestionDraft => ({
    ...{ key, id: key, label: `Why ${key}?`, kind: 'Text', isRequired: false },
    ...{ choices: '', helpText: '', prefillField: '' },
    ...more
});
const TWO = [question('a'), question('b', { kind: 'Choice', choices: 'Yes\nNo' })];

function mount(questions: QuestionDraft[] = TWO, isLocked = false) {
    const element = mountComponent('c-meeting-questions', MeetingQuestions, { questions, isLocked });
    const told: QuestionDraft[][] = [];
    element.addEventListener('questionschanged', (event) =>
        told.push((event as CustomEvent<{ questions: QuestionDraft[] }>).detail.questions)
    );
    return { element: element as HTMLElement & { reportValidity(): boolean }, told };
}

const fields = (element: HTMLElement, name: string): HTMLElement[] => [
    ...element.shadowRoot!.querySelectorAll<HTMLElement>(`[data-field="${name}"]`)
];

describe('c-meeting-questions', () => {
    afterEach(() => document.body.replaceChildren());

    it('shows each question with its parts, choices where there are any', async () => {
        const { element } = mount();
        expect(textsById(element, 'question').map((text) => text.trim())).toEqual(['Question 1', 'Question 2']);
        expect(fields(element, 'label')[0]).toMatchObject({ value: 'Why a?', required: true });
        expect(fields(element, 'choices')).toHaveLength(1);
        await expect(element).toBeAccessible();
    });

    it('invites to the first question', async () => {
        const { element, told } = mount([]);
        findById(element, 'add')!.click();
        expect(told).toEqual([[expect.objectContaining({ label: '', kind: 'Text' })]]);
        await expect(element).toBeAccessible();
    });

    it('tells of changed, moved and removed questions', () => {
        const { element, told } = mount();
        fields(element, 'label')[1]!.dispatchEvent(new CustomEvent('change', { detail: { value: 'How?' } }));
        fields(element, 'isRequired')[0]!.dispatchEvent(new CustomEvent('change', { detail: { checked: true } }));
        findById(element, 'down')!.click();
        element.shadowRoot!.querySelector<HTMLElement>('[data-id="up"][data-key="b"]')!.click();
        findById(element, 'remove')!.click();
        expect(told[0]![1]).toMatchObject({ key: 'b', label: 'How?', choices: 'Yes\nNo' });
        expect(told[1]![0]).toMatchObject({ key: 'a', isRequired: true });
        expect(told.slice(2).map((questions) => questions.map(({ key }) => key))).toEqual([
            ['b', 'a'],
            ['b', 'a'],
            ['b']
        ]);
    });

    it('does not move the first up or the last down', () => {
        const { element } = mount();
        expect(findById(element, 'up')).toMatchObject({ disabled: true });
        expect(element.shadowRoot!.querySelector('[data-id="down"][data-key="b"]')).toMatchObject({ disabled: true });
    });

    it('closes everything when it is locked', async () => {
        const { element } = mount(TWO, true);
        for (const id of ['add', 'remove', 'up', 'down']) {
            expect(findById(element, id)).toMatchObject({ disabled: true });
        }
        expect(fields(element, 'label')[0]).toMatchObject({ disabled: true });
        await expect(element).toBeAccessible();
    });

    it('asks every field whether it is valid', () => {
        const { element } = mount([question('a')]);
        for (const input of element.shadowRoot!.querySelectorAll('[data-field]')) {
            Object.assign(input, { reportValidity: () => true });
        }
        expect(element.reportValidity()).toBe(true);
        Object.assign(fields(element, 'label')[0]!, { reportValidity: () => false });
        expect(element.reportValidity()).toBe(false);
    });
});
