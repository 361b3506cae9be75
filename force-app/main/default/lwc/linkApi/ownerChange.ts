import { deleteRecord, updateRecord } from 'lightning/uiRecordApi';
import OWNER_ID from '@salesforce/schema/BookingLink__c.OwnerId';
import HOST_USER from '@salesforce/schema/LinkHost__c.User__c';
import type { ListedLink } from 'types/links';

/**
 * Gives a link to another owner. With `isHost`, prospects meet the new owner where they met the old one; a new owner
 * who is met already takes no second place. When the owner cannot be changed, who is met stays as it was.
 * @throws FetchError
 */
export async function changeOwner(link: ListedLink, ownerId: string, isHost: boolean): Promise<void> {
    if (link.ownerId === ownerId) return;
    const { ownerHostId } = link;
    const isReplaced = isHost && ownerHostId !== '';
    if (isReplaced && !link.hostUserIds.includes(ownerId)) await setHost(ownerHostId, ownerId);
    try {
        await updateRecord({ fields: { Id: link.id, [OWNER_ID.fieldApiName]: ownerId } });
    } catch (error) {
        if (isReplaced && !link.hostUserIds.includes(ownerId)) await setHost(ownerHostId, link.ownerId);
        throw error;
    }
    if (isReplaced && link.hostUserIds.includes(ownerId)) await deleteRecord(ownerHostId);
}

async function setHost(rowId: string, userId: string): Promise<void> {
    await updateRecord({ fields: { Id: rowId, [HOST_USER.fieldApiName]: userId } });
}
