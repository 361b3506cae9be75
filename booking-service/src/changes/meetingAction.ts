import { z } from 'zod';
import { updateRequest } from '../salesforce/requests.ts';
import type { SalesforceClient } from '../salesforce/salesforceClient.ts';
import { mustParse } from '../problem/mustParse.ts';

const text = z
    .string()
    .nullish()
    .transform((value) => value ?? undefined);

/** What a host or an admin asked for in Salesforce, not answered yet. */
export const MeetingAction = z
    .object({
        Id: z.string(),
        Kind__c: z.string(),
        NewStartsAt__c: text,
        NewHost__c: text,
        Reason__c: text,
        ReplacementTokenHash__c: text,
        CreatedById: z.string(),
        CreatedBy: z.object({ LanguageLocaleKey: text }).nullish(),
        Meeting__r: z.object({ BookingUid__c: z.string() })
    })
    .transform((row) => ({
        id: row.Id,
        kind: row.Kind__c,
        newStartsAt: row.NewStartsAt__c === undefined ? undefined : new Date(row.NewStartsAt__c),
        newHostId: row.NewHost__c,
        reason: row.Reason__c,
        replacementTokenHash: row.ReplacementTokenHash__c,
        askedBy: row.CreatedById,
        /** That of who asked, `de` or `en_US`. */
        language: row.CreatedBy?.LanguageLocaleKey,
        meetingUid: row.Meeting__r.BookingUid__c
    }));
export type MeetingAction = z.infer<typeof MeetingAction>;

/** What became of an action. */
export interface ActionAnswer {
    id: string;
    result: 'Done' | 'Refused';
    error: string | null;
    done_at: Date;
}

/** Actions taken up in one look; more wait for the next. */
const ACTIONS_PER_LOOK = 200;
/** Parts of one composite call. */
const ANSWERS_PER_CALL = 25;

/** The actions that wait for an answer, oldest first: one API call. */
export async function readOpenActions(client: SalesforceClient): Promise<MeetingAction[]> {
    const rows = await client.query(
        `SELECT Id, Kind__c, NewStartsAt__c, NewHost__c, Reason__c, ReplacementTokenHash__c, CreatedById,
                CreatedBy.LanguageLocaleKey, Meeting__r.BookingUid__c
           FROM MeetingAction__c WHERE DoneAt__c = null ORDER BY CreatedDate, Id LIMIT ${ACTIONS_PER_LOOK}`
    );
    return mustParse(z.array(MeetingAction), rows, 'a meeting action of Salesforce');
}

/** Writes answers onto their records; written twice they say the same. Returns what Salesforce refused to take. */
export async function answerActions(
    client: SalesforceClient,
    answers: ActionAnswer[]
): Promise<{ id: string; error: Error }[]> {
    const failed: { id: string; error: Error }[] = [];
    for (let at = 0; at < answers.length; at += ANSWERS_PER_CALL) {
        const chunk = answers.slice(at, at + ANSWERS_PER_CALL);
        const results = await client.composite(
            chunk.map(({ id, result, error, done_at }, index) => ({
                referenceId: `action${index}`,
                ...updateRequest('MeetingAction__c', id, {
                    Result__c: result,
                    Error__c: error,
                    DoneAt__c: done_at.toISOString()
                })
            }))
        );
        for (const [index, { error }] of results.entries()) {
            const answer = chunk[index];
            if (error && answer) failed.push({ id: answer.id, error });
        }
    }
    return failed;
}
