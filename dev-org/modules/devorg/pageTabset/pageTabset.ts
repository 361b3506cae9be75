import { LightningElement, api } from 'lwc';
import type { ShellComponent, ShellPage, ShellRegion } from '../../shellSettings';

interface TabItem {
    key: string;
    label: string;
    body: ShellRegion;
}

/** Labels the platform gives by key. */
const STANDARD_LABELS: Record<string, string> = {
    'Standard.Tab.activity': 'Activity',
    'Standard.Tab.chatter': 'Chatter',
    'Standard.Tab.collaborate': 'Collaborate',
    'Standard.Tab.detail': 'Details',
    'Standard.Tab.relatedLists': 'Related'
};

/** `flexipage:tabset`: tabs whose bodies are facets of the page. */
export default class PageTabset extends LightningElement {
    @api component!: ShellComponent;
    @api page!: ShellPage;
    @api recordId = '';
    @api objectApiName = '';

    get tabs(): TabItem[] {
        return (this.facet(this.component.properties.tabs)?.components ?? []).map((tab) => {
            const title = String(tab.properties.title ?? tab.identifier);
            return {
                key: tab.identifier,
                label: STANDARD_LABELS[title] ?? title,
                body: this.facet(tab.properties.body) ?? { name: tab.identifier, kind: 'Facet', components: [] }
            };
        });
    }

    private facet(name: string | string[] | undefined): ShellRegion | undefined {
        return this.page.regions.find((region) => region.name === name);
    }
}
