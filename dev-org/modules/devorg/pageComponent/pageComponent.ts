import { api } from 'lwc';
import { ErrorBoundary } from '../../platform/errorBoundary';
import type { ShellComponent, ShellPage } from '../../shellSettings';

/** One component of a page: the platform's own by its stand-in, the product's as it is. */
export default class PageComponent extends ErrorBoundary {
    @api component!: ShellComponent;
    @api page: ShellPage | undefined = undefined;
    @api recordId = '';
    @api objectApiName = '';

    get isHighlights(): boolean {
        return this.component.name === 'force:highlightsPanel';
    }

    get isDetail(): boolean {
        return this.component.name === 'force:detailPanel' || this.component.name === 'force:recordDetail';
    }

    get isActivity(): boolean {
        return this.component.name === 'runtime_sales_activities:activityPanel';
    }

    get isRelatedLists(): boolean {
        return this.component.name === 'force:relatedListContainer';
    }

    get relatedListName(): string {
        const name = this.component.properties.relatedListApiName;
        return this.component.name === 'force:relatedListSingleContainer' && typeof name === 'string' ? name : '';
    }

    get isTabset(): boolean {
        return this.component.name === 'flexipage:tabset';
    }

    get productName(): string {
        const { name } = this.component;
        return name.startsWith('c:') || !name.includes(':') ? name.replace(/^c:/, '') : '';
    }

    get problem(): string {
        return `The dev org has no stand-in for ${this.component.name}.`;
    }
}
