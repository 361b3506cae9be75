import { LightningElement, api } from 'lwc';
import { findObject, settings } from '../../platform/settings';
import type { ShellComponent, ShellPage, ShellRegion } from '../../shellSettings';

/** A record as its flexipage lays it out, or highlights, details and related lists where the project has no page. */
export default class RecordPage extends LightningElement {
    @api recordId = '';
    @api objectApiName = '';

    get page(): ShellPage {
        const { objectApiName } = this;
        return (
            settings.pages.find(({ type, objectName }) => type === 'RecordPage' && objectName === objectApiName) ??
            defaultPage(findObject(objectApiName)?.hasActivities ?? false)
        );
    }
}

function defaultPage(hasActivities: boolean): ShellPage {
    const side = hasActivities ? ['runtime_sales_activities:activityPanel'] : [];
    return {
        name: 'default',
        label: '',
        type: 'RecordPage',
        template: 'flexipage:recordHomeTemplateDesktop',
        regions: [
            region('header', ['force:highlightsPanel']),
            region('main', ['force:detailPanel', 'force:relatedListContainer']),
            region('sidebar', side)
        ]
    };
}

function region(name: string, components: string[]): ShellRegion {
    const component = (each: string): ShellComponent => ({ name: each, identifier: each, properties: {} });
    return { name, kind: 'Region', components: components.map(component) };
}
