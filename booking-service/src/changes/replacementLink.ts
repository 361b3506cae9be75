import type { Meeting } from '../meetings/meeting.ts';
import { matchRecordAgain } from '../outbox/recordMatcher.ts';
import type { MatchedRecord } from '../outbox/recordMatcher.ts';
import { classifySalesforceError, isPassing, SalesforceError } from '../salesforce/errors.ts';
import type { SalesforceClient } from '../salesforce/salesforceClient.ts';
import { soql } from '../salesforce/soql.ts';
import { ActRefusal } from './refusals/actRefusal.ts';
import { successorFields } from './successorLink.ts';
import type { MeetingAction } from './meetingAction.ts';

const TOKEN_HASH = /^[0-9a-f]{64}$/;

/**
 * Makes the successor of the link a meeting was booked through, for the same record and the same person. Its token was
 * made where it was asked for; only the hash comes here. Asked twice, it is made once.
 *
 * @throws ActRefusal when a replacement makes no sense or Salesforce refuses it
 */
export async function replaceLink(
    client: SalesforceClient,
    meeting: Meeting,
    { replacementTokenHash, askedBy }: MeetingAction
): Promise<void> {
    if (meeting.status !== 'canceled' && meeting.status !== 'no_show') {
        throw new ActRefusal('not_replaceable');
    }
    if (replacementTokenHash === undefined || !TOKEN_HASH.test(replacementTokenHash)) {
        throw new ActRefusal('no_token');
    }
    await mustBeFirst(client, meeting, replacementTokenHash);
    try {
        await makeSuccessor(client, meeting, { tokenHash: replacementTokenHash, ownerId: askedBy });
    } catch (error) {
        if (isPassing(error)) throw error;
        const about = error instanceof SalesforceError ? error.code : 'INTERNAL';
        throw new ActRefusal('link_refused', { about, cause: error });
    }
}

/** Each link has one successor, so that a chain never forks; the newest of it is what can be replaced again. */
async function mustBeFirst(client: SalesforceClient, { snapshot }: Meeting, tokenHash: string): Promise<void> {
    if (snapshot.singleUseLinkId === undefined) return;
    const [other] = await client.query(
        soql`SELECT Name FROM SingleUseLink__c WHERE Replaces__c = ${snapshot.singleUseLinkId} AND TokenHash__c != ${tokenHash} LIMIT 1`
    );
    if (other) throw new ActRefusal('replaced_already', { about: String(other['Name']) });
}

/** For the records the first link was made for, as they are now: a Lead may have been converted since. */
async function makeSuccessor(
    client: SalesforceClient,
    { bookingLinkId, snapshot }: Meeting,
    { tokenHash, ownerId }: { tokenHash: string; ownerId: string }
): Promise<void> {
    const { record, prospect, singleUseLinkId: replacesId } = snapshot;
    const key = { objectName: 'SingleUseLink__c', field: 'TokenHash__c', value: tokenHash };
    const upsert = (madeFor: MatchedRecord) =>
        client.upsert(
            key,
            successorFields({ ownerId, bookingLinkId, replacesId, recipientEmail: prospect.email, record: madeFor })
        );
    try {
        await upsert(record);
    } catch (error) {
        if (classifySalesforceError(error) !== 'reference') throw error;
        await upsert(await matchRecordAgain(client, record, prospect.email));
    }
}
