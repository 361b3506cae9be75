import { LightningElement, api, wire } from 'lwc';
import { graphql, type GraphQLDocument, type GraphQLResult } from 'lightning/graphql';
import { HOST_CHOICES_QUERY, hostChoicesVariables, toHostChoices, type HostChoicesData } from 'c/linkDraftApi';
import { LABELS } from './labels';

/** Letters after which looking for a name makes sense. */
const SHORTEST_TERM = 2;

interface Option {
    label: string;
    value: string;
}

/** Finds a person by name. Fires `hostchosen` with `{ hostId, name }`. */
export default class HostPicker extends LightningElement {
    /** Who need not be offered. */
    @api exceptId: string | null = null;
    /** What those who are found are offered for. */
    @api chooseLabel = LABELS.choose;

    labels = LABELS;
    searchTerm = '';
    options: Option[] = [];
    chosenId = '';
    errors: unknown = undefined;
    isLoading = false;

    @wire(graphql, { query: '$query', variables: '$variables' })
    wiredUsers({ data, errors }: GraphQLResult<HostChoicesData>): void {
        this.errors = errors;
        if (!data && !errors) return;
        this.isLoading = false;
        if (data) {
            this.options = toHostChoices(data)
                .filter(({ role, id }) => role !== 'Pool' && id !== this.exceptId)
                .map(({ id, name }) => ({ label: name, value: id }));
        }
    }

    get query(): GraphQLDocument | undefined {
        return this.isSearching ? HOST_CHOICES_QUERY : undefined;
    }

    get variables(): Record<string, unknown> {
        return hostChoicesVariables(this.searchTerm.trim());
    }

    get hasOptions(): boolean {
        return this.options.length > 0;
    }

    get isWithoutMatch(): boolean {
        return this.isSearching && !this.isLoading && !this.errors && !this.hasOptions;
    }

    handleSearchChange(event: CustomEvent<{ value: string }>): void {
        this.searchTerm = event.detail.value;
        this.isLoading = this.isSearching;
        if (!this.isSearching) this.options = [];
    }

    handleChoice(event: CustomEvent<{ value: string }>): void {
        this.chosenId = event.detail.value;
        const name = this.options.find(({ value }) => value === this.chosenId)?.label ?? '';
        this.dispatchEvent(new CustomEvent('hostchosen', { detail: { hostId: this.chosenId, name } }));
    }

    private get isSearching(): boolean {
        return this.searchTerm.trim().length >= SHORTEST_TERM;
    }
}
