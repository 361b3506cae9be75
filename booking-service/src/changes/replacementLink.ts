import type { Meeting } from '../meetings/meeting.ts';
import { Problem } from '../problem/problem.ts';
import { classifySalesforceError } from '../salesforce/errors.ts';
import type { SalesforceClient } from '../salesforce/salesforceClient.ts';
import { successorFields } from './successorLink.ts';
import type { MeetingAction } from './meetingAction.ts';

const TOKEN_HASH = /^[0-9a-f]{64}$/;

/**
 * Makes the successor of the link a meeting was booked through, for the same record and the same person. Its token was
 * made where it was asked for; only the hash comes here. Asked twice, it is made once.
 *
 * @throws Problem when a replacement makes no sense or Salesforce refuses it
 */
export async function replaceLink(
    client: SalesforceClient,
    meeting: Meeting,
    { replacementTokenHash, askedBy }: MeetingAction
): Promise<void> {
    if (meeting.status !== 'canceled' && meeting.status !== 'no_show') {
        throw new Problem('invalid_request', { detail: 'Only a canceled meeting or a no-show gets a new link.' });
    }
    if (replacementTokenHash === undefined || !TOKEN_HASH.test(replacementTokenHash)) {
        throw new Problem('invalid_request', { detail: 'The request carries no token of a new link.' });
    }
    const { record, prospect, singleUseLinkId } = meeting.snapshot;
    const key = { objectName: 'SingleUseLink__c', field: 'TokenHash__c', value: replacementTokenHash };
    try {
        const fields = successorFields({
            ownerId: askedBy,
            bookingLinkId: meeting.bookingLinkId,
            replacesId: singleUseLinkId,
            recipientEmail: prospect.email,
            record
        });
        await client.upsert(key, fields);
    } catch (error) {
        if (['retry', 'limit', 'signIn'].includes(classifySalesforceError(error))) throw error;
        throw new Problem('invalid_request', { detail: 'Salesforce refuses the new link.', cause: error });
    }
}
