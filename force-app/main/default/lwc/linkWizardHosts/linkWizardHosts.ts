import { LightningElement, api, wire } from 'lwc';
import { graphql, type GraphQLResult } from 'lightning/graphql';
import { fillLabel } from 'c/labelUtils';
import {
    HOST_CHOICES_QUERY,
    HOURS_QUERY,
    hostChoicesVariables,
    hoursVariables,
    toHostChoices,
    toWeeklyHours,
    type HostChoicesData,
    type HoursData,
    type WeeklyHours
} from 'c/linkDraftApi';
import type { DraftHost, HostRole, LinkDraft } from 'types/links';
import { LABELS } from './labels';

interface Row {
    key: string;
    host: DraftHost;
    isPool: boolean;
    roleLabel: string;
    removeName: string;
    availability: string;
    isUnavailable: boolean;
}

const keyOf = ({ role, id }: DraftHost): string => `${role === 'Pool' ? 'pool' : 'user'}-${id}`;

/** Step of the wizard: who is met, and when they can be. Fires `draftchanged` with what to change in the draft. */
export default class LinkWizardHosts extends LightningElement {
    @api draft!: LinkDraft;

    labels = LABELS;
    roleOptions: { label: string; value: HostRole }[] = [
        { label: LABELS.required, value: 'Required Host' },
        { label: LABELS.attendee, value: 'Additional Attendee' }
    ];
    hoursQuery = HOURS_QUERY;
    /** Undefined until Salesforce has answered. */
    hours: Map<string, WeeklyHours> | undefined = undefined;
    choices: DraftHost[] = [];
    errors: unknown = undefined;
    searchTerm = '';
    isMissing = false;

    @wire(graphql, { query: '$hoursQuery', variables: '$hoursOfHosts' })
    wiredHours({ data, errors }: GraphQLResult<HoursData>): void {
        this.errors = errors;
        if (data) this.hours = toWeeklyHours(data);
    }

    @wire(graphql, { query: '$choicesQuery', variables: '$choicesOfTerm' })
    wiredChoices({ data, errors }: GraphQLResult<HostChoicesData>): void {
        this.errors = errors;
        if (data) this.choices = toHostChoices(data);
    }

    /** Whether anybody is met; says so at the field when nobody is. */
    @api
    reportValidity(): boolean {
        this.isMissing = !this.draft.hosts.some(({ role }) => role !== 'Additional Attendee');
        return !this.isMissing;
    }

    get hoursOfHosts(): Record<string, unknown> {
        return hoursVariables(this.draft.hosts.filter(({ role }) => role !== 'Pool').map(({ id }) => id));
    }

    get choicesQuery(): typeof HOST_CHOICES_QUERY | undefined {
        return this.searchTerm === '' ? undefined : HOST_CHOICES_QUERY;
    }

    get choicesOfTerm(): Record<string, unknown> {
        return hostChoicesVariables(this.searchTerm);
    }

    get rows(): Row[] {
        return this.draft.hosts.map((host) => ({
            key: keyOf(host),
            host,
            isPool: host.role === 'Pool',
            roleLabel: fillLabel(LABELS.roleOf, host.name),
            removeName: fillLabel(LABELS.removeNamed, host.name),
            ...this.availabilityOf(host)
        }));
    }

    get found(): (DraftHost & { key: string; addName: string; kind: string })[] {
        if (this.searchTerm === '') return [];
        const present = new Set(this.draft.hosts.map(keyOf));
        return this.choices
            .filter((choice) => !present.has(keyOf(choice)))
            .map((choice) => ({
                ...choice,
                key: keyOf(choice),
                addName: fillLabel(LABELS.addNamed, choice.name),
                kind: choice.role === 'Pool' ? LABELS.pool : LABELS.person
            }));
    }

    handleSearch(event: CustomEvent<{ term: string }>): void {
        this.searchTerm = event.detail.term;
    }

    handleAddClick(event: Event): void {
        const added = this.choices.find((choice) => keyOf(choice) === keyIn(event));
        if (added) this.changeHosts([...this.draft.hosts, added]);
    }

    handleRemoveClick(event: Event): void {
        this.changeHosts(this.draft.hosts.filter((host) => keyOf(host) !== keyIn(event)));
    }

    handleRoleChange(event: CustomEvent<{ value: HostRole }>): void {
        const { value: role } = event.detail;
        this.changeHosts(this.draft.hosts.map((host) => (keyOf(host) === keyIn(event) ? { ...host, role } : host)));
    }

    private changeHosts(hosts: DraftHost[]): void {
        this.isMissing = false;
        this.dispatchEvent(new CustomEvent('draftchanged', { detail: { hosts } }));
    }

    private availabilityOf({ role, id }: DraftHost): Pick<Row, 'availability' | 'isUnavailable'> {
        if (role === 'Pool') return { availability: LABELS.poolHint, isUnavailable: false };
        if (role === 'Additional Attendee') return { availability: LABELS.attendeeHint, isUnavailable: false };
        if (!this.hours) return { availability: LABELS.loading, isUnavailable: false };
        const found = this.hours.get(id);
        if (!found || found.hours === 0) return { availability: LABELS.noHours, isUnavailable: true };
        return { availability: fillLabel(LABELS.hours, found.hours, found.timeZone), isUnavailable: false };
    }
}

function keyIn(event: Event): string | undefined {
    return (event.currentTarget as HTMLElement).dataset.host;
}
