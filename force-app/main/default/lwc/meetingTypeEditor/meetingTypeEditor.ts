import { api, wire } from 'lwc';
import { graphql, type GraphQLResult } from 'lightning/graphql';
import LightningModal from 'lightning/modal';
import { getRecord, type RecordRepresentation, type WireResult } from 'lightning/uiRecordApi';
import { reportAll } from 'c/formValidity';
import {
    FIELD_NAMES,
    QUESTIONS_QUERY,
    SECTIONS,
    questionsVariables,
    saveMeetingType,
    toQuestions,
    type MeetingTypeDraft,
    type QuestionsData
} from 'c/meetingTypeApi';
import { StepsError, type Fields } from 'c/recordSteps';
import type { QuestionDraft } from 'types/meetingTypes';
import { LABELS } from './labels';
import { NEW_TYPE } from './newType';

/** Makes or changes a meeting type with its questions. Closes with `saved` when it was saved. */
export default class MeetingTypeEditor extends LightningModal {
    /** The type to change; empty for a new one. */
    @api typeId = '';
    /** Everything can be read and nothing changed. */
    @api isReadOnly = false;

    labels = LABELS;
    sections = SECTIONS.map(({ name, fields }) => ({ name, fields, heading: LABELS[name] }));
    optionalFields = FIELD_NAMES.filter((name) => name !== 'Name').map((name) => `MeetingType__c.${name}`);
    values: Fields | undefined = undefined;
    questions: QuestionDraft[] | undefined = undefined;
    loadErrors: unknown = undefined;
    saveErrors: unknown = undefined;
    saveMessage = '';
    isSaving = false;
    isChanged = false;

    private originalValues: Fields = {};
    private originalQuestions: QuestionDraft[] = [];

    connectedCallback(): void {
        if (this.typeId !== '') return;
        this.values = { ...NEW_TYPE };
        this.questions = [];
    }

    @wire(getRecord, { recordId: '$recordId', fields: ['MeetingType__c.Name'], optionalFields: '$optionalFields' })
    wiredType({ data, error }: WireResult<RecordRepresentation>): void {
        if (error) this.loadErrors = error;
        if (!data || this.values) return;
        const known = Object.entries(data.fields).filter(([name]) => FIELD_NAMES.includes(name));
        this.originalValues = Object.fromEntries(known.map(([name, { value }]) => [name, value]));
        this.values = this.originalValues;
    }

    @wire(graphql, { query: '$questionsQuery', variables: '$questionsQueryVariables' })
    wiredQuestions({ data, errors }: GraphQLResult<QuestionsData>): void {
        if (errors) this.loadErrors = errors;
        if (!data || this.questions) return;
        this.originalQuestions = toQuestions(data);
        this.questions = this.originalQuestions;
    }

    get recordId(): string | undefined {
        return this.typeId === '' ? undefined : this.typeId;
    }

    get questionsQuery(): typeof QUESTIONS_QUERY | undefined {
        return this.typeId === '' ? undefined : QUESTIONS_QUERY;
    }

    get questionsQueryVariables(): Record<string, unknown> {
        return questionsVariables(this.typeId);
    }

    get isNew(): boolean {
        return this.typeId === '';
    }

    get isReady(): boolean {
        return this.values !== undefined && this.questions !== undefined;
    }

    get isLoading(): boolean {
        return !this.isReady && this.loadErrors === undefined;
    }

    handleFieldChanged(event: CustomEvent<{ name: string; value: unknown }>): void {
        const { name, value } = event.detail;
        this.values = { ...this.values, [name]: typed(value, this.values?.[name]) };
        this.isChanged = true;
    }

    handleQuestionsChanged(event: CustomEvent<{ questions: QuestionDraft[] }>): void {
        this.questions = event.detail.questions;
        this.isChanged = true;
    }

    handleLeave(): void {
        this.close();
    }

    async handleSave(): Promise<void> {
        const { values, questions } = this;
        if (!values || !questions || !reportAll(this.template?.querySelectorAll('[data-part]'))) return;
        this.isSaving = true;
        this.saveErrors = undefined;
        try {
            await saveMeetingType({ values, questions }, this.original);
            this.close('saved');
        } catch (error) {
            this.saveErrors = error instanceof StepsError ? error.cause : error;
            this.saveMessage = error instanceof StepsError && error.isUndone ? LABELS.saveError : LABELS.partlySaved;
        } finally {
            this.isSaving = false;
        }
    }

    private get original(): (MeetingTypeDraft & { id: string }) | undefined {
        if (this.isNew) return undefined;
        return { id: this.typeId, values: this.originalValues, questions: this.originalQuestions };
    }
}

/** Number fields speak of text, and an emptied field is null to Salesforce. */
function typed(value: unknown, before: unknown): unknown {
    if (value === '' || value === undefined) return null;
    return typeof before === 'number' && typeof value === 'string' ? Number(value) : value;
}
