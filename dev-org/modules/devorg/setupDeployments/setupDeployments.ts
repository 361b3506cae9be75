import { devOrg } from '../../platform/http';
import { SetupElement } from '../../platform/setupElement';
import type { SetupColumn } from '../../platform/setupTable';

interface Deployments {
    deployments: Record<string, unknown>[];
    components: Component[];
}

interface Component {
    id: string;
    type: string;
    fullName: string;
    source: string;
    deployedBy?: string;
    /** ISO 8601. */
    deployedAt?: string;
}

const ALL = 'all';

/** What was deployed, and everything the org has. */
export default class SetupDeployments extends SetupElement<Deployments> {
    deploymentColumns: SetupColumn[] = [
        { label: 'Deployment', name: 'id' },
        { label: 'Status', name: 'status' },
        { label: 'By', name: 'createdByName' },
        { label: 'Completed', name: 'completedDate', kind: 'dateTime' },
        { label: 'Components', name: 'numberComponentsDeployed', kind: 'number' },
        { label: 'Errors', name: 'numberComponentErrors', kind: 'number' }
    ];
    componentColumns: SetupColumn[] = [
        { label: 'Name', name: 'fullName' },
        { label: 'Type', name: 'type' },
        { label: 'Deployed By', name: 'deployedBy' },
        { label: 'Deployed', name: 'deployedAt', kind: 'dateTime' }
    ];
    type = ALL;
    searchText = '';

    get deployments(): Record<string, unknown>[] {
        return this.data?.deployments ?? [];
    }

    get typeOptions(): { label: string; value: string }[] {
        const types = [...new Set(this.components.map(({ type }) => type))].sort();
        return [{ label: 'All types', value: ALL }, ...types.map((type) => ({ label: type, value: type }))];
    }

    get matches(): Component[] {
        const words = this.searchText.trim().toLowerCase();
        return this.components.filter(
            ({ type, fullName }) =>
                (this.type === ALL || type === this.type) && `${type} ${fullName}`.toLowerCase().includes(words)
        );
    }

    get countText(): string {
        const count = this.matches.length;
        return `${count} ${count === 1 ? 'component' : 'components'}`;
    }

    handleTypeChange(event: CustomEvent<{ value: string }>): void {
        this.type = event.detail.value;
    }

    handleSearchChange(event: CustomEvent<{ value: string }>): void {
        this.searchText = event.detail.value;
    }

    protected async load(): Promise<Deployments> {
        const { deployments, components } = await devOrg<Deployments>({ path: '/deployments' });
        return { deployments, components: components.map((each) => ({ ...each, id: each.source })) };
    }

    private get components(): Component[] {
        return this.data?.components ?? [];
    }
}
