import { LightningElement, api } from 'lwc';
import { errorText } from '../../platform/errorText';
import { loadObjectInfo } from '../../platform/objectInfo';
import type { ChildRelationship } from '../../platform/objectInfo';
import { findObject } from '../../platform/settings';

/** Lists of the platform's own that a record page shows beside those of the project. */
const STANDARD_LISTS = ['Contacts', 'Opportunities', 'Cases'];

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
                        : childObjectApiName.endsWith('__c') || STANDARD_LISTS.includes(relationshipName)) &&
                    findObject(childObjectApiName)
            );
        } catch (error) {
            this.error = errorText(error);
        }
    }
}
