/** What objects and picklists look like to the running user, as `lightning/uiObjectInfoApi` does in an org. */
import type { ObjectInfo, PicklistValues, PicklistValuesCollection } from 'lightning/uiObjectInfoApi';
import { FetchAdapter } from '../../platform/fetchAdapter';
import { rest } from '../../platform/http';

interface ObjectConfig {
    objectApiName?: string | { objectApiName: string } | undefined;
}

interface PicklistsConfig extends ObjectConfig {
    recordTypeId?: string | undefined;
}

interface PicklistConfig {
    recordTypeId?: string | undefined;
    fieldApiName?: string | { objectApiName: string; fieldApiName: string } | undefined;
}

/** Wire: labels and fields of an object. */
export class getObjectInfo extends FetchAdapter<ObjectConfig, ObjectInfo> {
    protected load({ objectApiName }: ObjectConfig): Promise<ObjectInfo> | undefined {
        const name = nameOf(objectApiName);
        return name ? rest({ path: `/ui-api/object-info/${encodeURIComponent(name)}` }) : undefined;
    }
}

/** Wire: the values of all picklists of an object. */
export class getPicklistValuesByRecordType extends FetchAdapter<PicklistsConfig, PicklistValuesCollection> {
    protected load({ objectApiName, recordTypeId }: PicklistsConfig): Promise<PicklistValuesCollection> | undefined {
        const name = nameOf(objectApiName);
        if (!name || !recordTypeId) return undefined;
        return rest({ path: `/ui-api/object-info/${encodeURIComponent(name)}/picklist-values/${recordTypeId}` });
    }
}

/** Wire: the values of a picklist, by the field reference that `@salesforce/schema` gives. */
export class getPicklistValues extends FetchAdapter<PicklistConfig, PicklistValues> {
    protected load({ recordTypeId, fieldApiName }: PicklistConfig): Promise<PicklistValues> | undefined {
        if (!recordTypeId || !fieldApiName) return undefined;
        const [objectName = '', fieldName = ''] =
            typeof fieldApiName === 'string'
                ? fieldApiName.split('.')
                : [fieldApiName.objectApiName, fieldApiName.fieldApiName];
        const path = ['ui-api', 'object-info', objectName, 'picklist-values', recordTypeId, fieldName];
        return rest({ path: `/${path.map(encodeURIComponent).join('/')}` });
    }
}

function nameOf(objectApiName: ObjectConfig['objectApiName']): string | undefined {
    return typeof objectApiName === 'object' ? objectApiName.objectApiName : objectApiName;
}
