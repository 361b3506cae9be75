import { LightningElement, api } from 'lwc';
import { errorText } from '../../platform/errorText';
import { loadObjectInfo } from '../../platform/objectInfo';
import type { ChildRelationship } from '../../platform/objectInfo';
import { findObject } from '../../platform/settings';

/** The records that point to this one, a card for each kind. */
export default class RelatedLists extends LightningElement {
    @api recordId = '';
    @api objectApiName = '';
    /** `SingleUseLinks__r` shows that list alone. */
    @api relationshipName = '';

    relationships: ChildRelationship[] = [];
    error = '';

    async connectedCallback(): Promise<void> {
        try {
            const { childRelationships = [] } = await loadObjectInfo(this.objectApiName);
            this.relationships = childRelationships.filter(
                ({ childObjectApiName, relationshipName }) =>
                    relationshipName &&
                    (this.relationshipName
                        ? relationshipName === this.relationshipName
                        : childObjectApiName.endsWith('__c')) &&
                    findObject(childObjectApiName)
            );
        } catch (error) {
            this.error = errorText(error);
        }
    }
}
