import { LightningElement, api } from 'lwc';
import { reportAll } from 'c/formValidity';
import { fillLabel } from 'c/labelUtils';
import { newQuestion } from 'c/meetingTypeApi';
import type { QuestionDraft } from 'types/meetingTypes';
import { KIND_OPTIONS, LABELS } from './labels';

interface Row {
    question: QuestionDraft;
    legend: string;
    isChoice: boolean;
    isFirst: boolean;
    isLast: boolean;
    moveUpName: string;
    moveDownName: string;
    removeName: string;
}

type Change = CustomEvent<{ value?: string; checked?: boolean }>;

/** The questions that prospects are asked, in their order. Fires `questionschanged` with all of them. */
export default class MeetingQuestions extends LightningElement {
    @api questions: QuestionDraft[] = [];
    /** Nothing can be changed. */
    @api isLocked = false;

    labels = LABELS;
    kinds = KIND_OPTIONS;

    /** Whether every question can be saved; says so at the fields that cannot. */
    @api
    reportValidity(): boolean {
        return reportAll(this.template?.querySelectorAll('[data-field]'));
    }

    get rows(): Row[] {
        return this.questions.map((question, index) => {
            const legend = fillLabel(LABELS.numbered, index + 1);
            return {
                question,
                legend,
                isChoice: question.kind === 'Choice',
                isFirst: this.isLocked || index === 0,
                isLast: this.isLocked || index === this.questions.length - 1,
                moveUpName: fillLabel(LABELS.moveUp, legend),
                moveDownName: fillLabel(LABELS.moveDown, legend),
                removeName: fillLabel(LABELS.remove, legend)
            };
        });
    }

    handleFieldChange(event: Change): void {
        const { field = '', key } = (event.currentTarget as HTMLElement).dataset;
        const { value, checked } = event.detail;
        const changed = { [field]: checked ?? value };
        this.tell(this.questions.map((question) => ({ ...question, ...(question.key === key && changed) })));
    }

    handleAddClick(): void {
        this.tell([...this.questions, newQuestion()]);
    }

    handleRemoveClick(event: Event): void {
        const index = this.indexOf(event);
        this.tell(this.questions.filter((_, at) => at !== index));
    }

    handleUpClick(event: Event): void {
        this.swap(this.indexOf(event), -1);
    }

    handleDownClick(event: Event): void {
        this.swap(this.indexOf(event), 1);
    }

    private swap(index: number, by: number): void {
        const questions = [...this.questions];
        const [moved] = questions.splice(index, 1);
        if (moved) questions.splice(index + by, 0, moved);
        this.tell(questions);
    }

    private indexOf(event: Event): number {
        const { key } = (event.currentTarget as HTMLElement).dataset;
        return this.questions.findIndex((question) => question.key === key);
    }

    private tell(questions: QuestionDraft[]): void {
        this.dispatchEvent(new CustomEvent('questionschanged', { detail: { questions } }));
    }
}
