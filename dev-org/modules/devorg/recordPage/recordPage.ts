import { LightningElement, api, wire } from 'lwc';
import { getRecord } from 'lightning/uiRecordApi';
import type { RecordRepresentation, WireResult } from 'lightning/uiRecordApi';
import { errorText } from '../../platform/errorText';
import { findObject, settings } from '../../platform/settings';
import { setTitle } from '../../platform/title';
import type { ShellComponent, ShellPage, ShellRegion } from '../../shellSettings';

const ACTIVITIES = 'runtime_sales_activities:activityPanel';

/** A record as its flexipage lays it out, or highlights, details and related lists where the project has no page. */
export default class RecordPage extends LightningElement {
    @api recordId = '';
    @api objectApiName = '';

    problem = '';
    /** The components wait until it is clear that there is a record to show. */
    isFound = false;

    @wire(getRecord, { recordId: '$recordId', optionalFields: '$idField' })
    wiredRecord({ data, error }: WireResult<RecordRepresentation>): void {
        if (data) this.isFound = true;
        if (!error) return;
        this.problem = errorText(error);
        setTitle('Record not found');
    }

    get idField(): string[] {
        return [`${this.objectApiName}.Id`];
    }

    get page(): ShellPage {
        const { objectApiName } = this;
        const page = settings.pages.find(
            ({ type, objectName }) => type === 'RecordPage' && objectName === objectApiName
        );
        return page ?? defaultPage(findObject(objectApiName)?.hasActivities ?? false);
    }
}

function defaultPage(hasActivities: boolean): ShellPage {
    const side = hasActivities ? [ACTIVITIES] : [];
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
